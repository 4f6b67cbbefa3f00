-- The quotations that a search found, with what their articles say of themselves.
SELECT
    q.quotation_id, q.article_id, q."start" AS begins, q."end" AS ends, q.text, q.outlet, q.published, q.published_at,
    q.precision, q.cited_outlet, q.cited_name, a.outlet_name, a.title, a.url, a.path, a.credit, a.text_signature, g.kind
FROM hits h
JOIN quotations q ON q.quotation_id = h.quotation_id
LEFT JOIN articles a ON a.article_id = q.article_id
LEFT JOIN groups g ON g.quotation_id = q.quotation_id
