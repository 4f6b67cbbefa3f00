-- Of a long list its fullest wordings only: everybody else is held against these, so that the work stays in proportion.
SELECT key, wording, fresh, place
FROM (
    SELECT key, wording, fresh, ROW_NUMBER() OVER (PARTITION BY key ORDER BY words DESC, wording) AS place
    FROM {meetings}
    WHERE n > {list} AND stored
) ranked
WHERE place <= {stars}
