-- Who carries whose words after whom: from the one first carrier to each later one.
SELECT
    f.outlet AS first_outlet,
    c.outlet AS later_outlet,
    COUNT(*) AS utterances,
    MEDIAN(CAST(c.earliest - f.earliest AS DOUBLE)) AS median_lag
FROM firsts f
JOIN carriages c ON c.utterance_id = f.utterance_id
WHERE f.firsts = 1 AND c.outlet <> f.outlet
GROUP BY f.outlet, c.outlet
