-- The postings of a batch's lists; in an altered list everybody meets somebody else than before.
SELECT m.key, m.wording, m.words, m.stored, m.asking, m.n, m.fresh OR a.key IS NOT NULL AS fresh
FROM {meetings} m
LEFT JOIN altered a ON a.key = m.key
