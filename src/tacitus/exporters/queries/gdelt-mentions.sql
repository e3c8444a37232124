-- One row for each sentence that tells an event, of each row of gdelt.sql.
WITH tellings AS (
  SELECT id AS event, 0 AS nth, evidence_begins AS begins, evidence_ends AS ends FROM chosen
  UNION ALL SELECT event, position + 1, begins, ends FROM mentions SEMI JOIN picked p ON p.id = event
)
SELECT p.row_id AS "GLOBALEVENTID", strftime(coalesce(e.published, e.told), '%Y%m%d000000') AS "EventTimeDate",
  strftime(coalesce(e.published, e.told), '%Y%m%d000000') AS "MentionTimeDate",
  CASE WHEN e.uri LIKE 'http%' THEN 1 ELSE 2 END AS "MentionType", plain(e.publisher) AS "MentionSourceName",
  coalesce(plain(e.uri), e.article) AS "MentionIdentifier", NULL AS "SentenceID",
  CASE WHEN p.actor_begins BETWEEN t.begins AND t.ends - 1 THEN p.actor_begins ELSE -1 END AS "Actor1CharOffset",
  CASE WHEN p.recipient_begins BETWEEN t.begins AND t.ends - 1 THEN p.recipient_begins ELSE -1 END AS "Actor2CharOffset",
  CASE WHEN e.trigger_begins BETWEEN t.begins AND t.ends - 1 THEN e.trigger_begins ELSE t.begins END AS "ActionCharOffset",
  1 AS "InRawText", greatest(10, round(e.confidence * 100)) AS "Confidence", length(a.text) AS "MentionDocLen",
  NULL AS "MentionDocTone", NULL AS "MentionDocTranslationInfo", NULL AS "Extras"
FROM pairs p JOIN chosen e ON e.id = p.id JOIN tellings t ON t.event = p.id JOIN articles a ON a.id = e.article
ORDER BY e.number, p.nth, p.other, t.nth
