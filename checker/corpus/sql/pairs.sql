-- Pairs of wordings to look at, each once, and by how many keys they met; of a batch those that may have come or gone.
SELECT a, b, COUNT(*) AS keys
FROM (
    SELECT p.wording AS a, q.wording AS b
    FROM {meetings} p
    JOIN {meetings} q ON q.key = p.key
    WHERE p.n <= {list} AND q.n <= {list} AND p.wording < q.wording
        AND ((p.asking AND q.stored) OR (p.stored AND q.asking))
        AND (p.fresh OR q.fresh)
    UNION ALL
    SELECT LEAST(m.wording, s.wording) AS a, GREATEST(m.wording, s.wording) AS b
    FROM {meetings} m
    JOIN {stars} s ON s.key = m.key
    WHERE m.n > {list} AND m.asking AND m.wording <> s.wording AND (m.fresh OR s.fresh)
) met
GROUP BY a, b
