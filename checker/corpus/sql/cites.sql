-- Who cites whom: by the quotations that lean on an outlet, by the places that name it, and whether the cited outlet has
-- the words in this corpus, before or only after.
SELECT outlet, cited, SUM(quotations) AS quotations, SUM(places) AS places,
       SUM(had_before) AS had_before, SUM(had_after) AS had_after
FROM (
    SELECT outlet, cited, 1 AS quotations, 0 AS places, 0 AS had_before, 0 AS had_after FROM dated
    UNION ALL
    SELECT outlet, cited, 0 AS quotations, 1 AS places, 0 AS had_before, 0 AS had_after FROM named
    UNION ALL
    SELECT outlet, cited, 0 AS quotations, 0 AS places,
           CASE WHEN there = 'before' THEN 1 ELSE 0 END AS had_before,
           CASE WHEN there = 'after' THEN 1 ELSE 0 END AS had_after
    FROM credits
) a
WHERE outlet IS NOT NULL AND cited IS NOT NULL AND outlet <> cited
GROUP BY outlet, cited
