-- An outlet that carries an utterance, once: when it did so first.
SELECT utterance_id, outlet, MIN(earliest) AS earliest, MIN(latest) AS latest, COUNT(*) AS quotations
FROM mentions
WHERE outlet IS NOT NULL AND earliest IS NOT NULL
GROUP BY utterance_id, outlet
