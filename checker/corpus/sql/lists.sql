-- How many wordings have each key, of the keys by which any two can meet.
SELECT key, SUM(CASE WHEN stored THEN 1 ELSE 0 END) AS n
FROM {postings}
GROUP BY key
HAVING COUNT(*) > 1 AND SUM(CASE WHEN stored THEN 1 ELSE 0 END) > 0 AND SUM(CASE WHEN asking THEN 1 ELSE 0 END) > 0
