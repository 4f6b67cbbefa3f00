-- Of how many utterances something can be said, and of how many not.
SELECT
    COUNT(*) AS utterances,
    SUM(CASE WHEN outlets = 1 THEN 1 ELSE 0 END) AS alone,
    SUM(CASE WHEN outlets > 1 AND firsts > 1 THEN 1 ELSE 0 END) AS ties,
    SUM(CASE WHEN outlets IS NULL THEN 1 ELSE 0 END) AS undated
FROM (SELECT DISTINCT utterance_id FROM mentions) m
LEFT JOIN (
    SELECT utterance_id AS carried, COUNT(*) AS outlets FROM carriages GROUP BY utterance_id
) c ON c.carried = m.utterance_id
LEFT JOIN (SELECT DISTINCT utterance_id AS begun, firsts FROM firsts) f ON f.begun = m.utterance_id
