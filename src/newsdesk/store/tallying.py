"""How much of everything there is, counted in the indexes."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection

from newsdesk.model.article import Status
from newsdesk.model.ids import EditionId, SectionId, TopicId
from newsdesk.model.query import Tally
from newsdesk.store.reading import readable

_BY_SECTION_AND_STATUS = "SELECT section, status, count(*) FROM article GROUP BY section, status"
_FURTHER = (
    "SELECT further.section, count(DISTINCT further.article) FROM article_section AS further"
    " CROSS JOIN article ON article.id = further.article WHERE article.section IS NOT further.section"
    " GROUP BY further.section"
)
_BY_TOPIC = "SELECT topic, count(DISTINCT article) FROM article_topic GROUP BY topic"
_BY_EDITION = "SELECT edition, count(*) FROM article GROUP BY edition"
_OTHERS = (
    "SELECT (SELECT count(*) FROM photo), (SELECT count(*) FROM topic), (SELECT count(*) FROM person),"
    " (SELECT count(*) FROM binned)"
)


def tally(connection: Connection) -> Tally:
    """Count everything."""
    by_status: defaultdict[Status, int] = defaultdict(int)
    by_section: defaultdict[SectionId, int] = defaultdict(int)
    with readable(connection):
        for section, status, count in connection.exec_driver_sql(_BY_SECTION_AND_STATUS):
            by_status[Status(status)] += count
            if section is not None:
                by_section[section] += count
    for section, count in connection.exec_driver_sql(_FURTHER):
        by_section[section] += count
    photos, topics, people, binned = connection.exec_driver_sql(_OTHERS).one()
    return Tally(
        articles=sum(by_status.values()),
        by_status=dict(by_status),
        by_section=dict(by_section),
        by_topic={TopicId(topic): count for topic, count in connection.exec_driver_sql(_BY_TOPIC)},
        by_edition={EditionId(edition): count for edition, count in connection.exec_driver_sql(_BY_EDITION)},
        photos=photos,
        topics=topics,
        people=people,
        binned=binned,
    )
