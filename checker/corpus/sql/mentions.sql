-- Every quotation that stands in an utterance. `earliest` and `latest` are the moments that its date may mean, in microseconds.
SELECT g.utterance_id, q.quotation_id, q.outlet, q.cited, q.earliest, q.latest
FROM dated q
JOIN groups g ON g.quotation_id = q.quotation_id
WHERE g.kind = 'utterance'
