-- Whoever may have had an utterance first: nobody else certainly had it before. More than one is a tie.
SELECT c.utterance_id, c.outlet, c.earliest, c.latest, f.firsts
FROM carriages c
JOIN (
    SELECT d.utterance_id, e.known, COUNT(*) AS firsts
    FROM carriages d
    JOIN (SELECT utterance_id, MIN(latest) AS known FROM carriages GROUP BY utterance_id) e
        ON e.utterance_id = d.utterance_id
    WHERE d.earliest <= e.known
    GROUP BY d.utterance_id, e.known
) f ON f.utterance_id = c.utterance_id
WHERE c.earliest <= f.known
