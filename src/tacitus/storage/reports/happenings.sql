-- What happened according to how many: each happening once, with its sources and the range of its figures.
-- story: only those of this story
-- a: code of a country that takes part, or nothing for all
SELECT h.day, h.type, h.mode, h.status, array_to_string(h.actor_codes, ' ') AS who,
  array_to_string(h.recipient_codes, ' ') AS to_whom, h.place, h.tellings, h.originals, h.publishers,
  h.dead_low, h.dead_high, h.injured_low, h.injured_high, h.first_told, h.evidence, h.id
FROM happenings h
WHERE list_contains($status, h.status) AND h.confidence >= $min_confidence AND ($story IS NULL OR h.story = $story)
  AND ($a IS NULL OR list_contains(h.actor_codes, $a) OR list_contains(h.recipient_codes, $a))
  AND ($since IS NULL OR coalesce(h.day, h.first_told) >= $since)
  AND ($until IS NULL OR coalesce(h.day, h.first_told) <= $until)
ORDER BY h.publishers DESC, h.originals DESC, h.day, h.id LIMIT coalesce($rows, 200)
