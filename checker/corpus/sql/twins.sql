-- Pairs of articles of two outlets that have one of their smallest numbers in common (`signature.py`); a number that very
-- many articles have is that of a notice on every page.
SELECT DISTINCT a.article_id AS one, b.article_id AS other
FROM sketches a
JOIN (SELECT number FROM sketches GROUP BY number HAVING COUNT(*) BETWEEN 2 AND 200) n ON n.number = a.number
JOIN sketches b ON b.number = a.number
WHERE a.article_id < b.article_id AND a.outlet <> b.outlet
