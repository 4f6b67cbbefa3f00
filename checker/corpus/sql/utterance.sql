-- Every place of one utterance, with what its article says of itself.
SELECT
    q.quotation_id, q.article_id, q.text, q.speaker, q.outlet, a.outlet_name, q.published, q.published_at,
    q.precision, q.cited_outlet, q.cited_name, q.cited_basis, a.title, a.url, a.path, a.dateline, a.credit, g.kind
FROM groups g
JOIN quotations q ON q.quotation_id = g.quotation_id
LEFT JOIN articles a ON a.article_id = q.article_id
WHERE g.utterance_id = $utterance
