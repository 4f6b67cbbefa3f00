-- The long lists, with their fullest wordings in the order of their places.
SELECT s.key, l.n, s.wording, s.place
FROM {stars} s
JOIN {lists} l ON l.key = s.key
