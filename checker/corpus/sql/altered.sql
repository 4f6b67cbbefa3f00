-- Lists whose fullest wordings are others than before a batch, or which got long by it, or short.
SELECT key FROM (SELECT key, wording FROM stars_was EXCEPT SELECT key, wording FROM stars_now) gone
UNION
SELECT key FROM (SELECT key, wording FROM stars_now EXCEPT SELECT key, wording FROM stars_was) came
