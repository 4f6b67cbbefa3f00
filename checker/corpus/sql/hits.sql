-- The quotations that a search found, with what their articles say of themselves, and how the outlet that a quotation leans on
-- is credited at the nearest place of its article.
WITH found AS MATERIALIZED (
    SELECT
        q.quotation_id, q.article_id, q."start" AS begins, q."end" AS ends, q.text, q.speaker, q.outlet, q.published,
        q.published_at, q.precision, q.cited_outlet, q.cited_name, q.cited_basis
    FROM hits h
    JOIN quotations q ON q.quotation_id = h.quotation_id
),
credited AS (
    SELECT f.quotation_id, arg_min(c.relation, coalesce(abs(c."start" - f.begins), 0)) AS relation
    FROM found f
    JOIN citations c ON c.article_id = f.article_id AND c.cited_name = f.cited_name
    GROUP BY f.quotation_id
)
SELECT f.*, r.relation, a.outlet_name, a.title, a.url, a.path, a.credit, a.text_signature, g.kind
FROM found f
LEFT JOIN credited r ON r.quotation_id = f.quotation_id
LEFT JOIN articles a ON a.article_id = f.article_id
LEFT JOIN groups g ON g.quotation_id = f.quotation_id
