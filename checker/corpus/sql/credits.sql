-- Each quotation that credits another outlet, with what this corpus has of that outlet for the same words.
SELECT
    m.utterance_id, m.quotation_id, m.outlet, m.cited,
    CASE
        WHEN c.outlet IS NULL THEN 'not here'
        WHEN c.latest < m.earliest THEN 'before'
        WHEN c.earliest > m.latest THEN 'after'
        ELSE 'same time'
    END AS there
FROM mentions m
LEFT JOIN carriages c ON c.utterance_id = m.utterance_id AND c.outlet = m.cited
WHERE m.cited IS NOT NULL AND m.outlet IS NOT NULL AND m.outlet <> m.cited
