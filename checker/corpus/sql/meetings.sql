-- The postings of these keys, with the length of their list.
SELECT p.key, p.wording, p.words, p.stored, p.asking, p.fresh, l.n
FROM {postings} p
JOIN {lists} l ON l.key = p.key
