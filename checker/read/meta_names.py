"""The names of meta elements that say the same thing, in the order in which they are believed.

They are those of `property`, `name` and `itemprop`, in lower case, as OpenGraph, Dublin Core, schema.org, Parse.ly, Sailthru and
content systems of single publishers give them.
"""

from __future__ import annotations

TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "publisher",
    "article:publisher",
    "citation_journal_title",
    "application-name",
)
AUTHORS = (
    "author",
    "article:author",
    "article:author_name",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "byline",
    "cxenseparse:author",
)
PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published_time",
    "date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "article.published",
    "displaydate",
    "ptime",
    "bt:pubdate",
)
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "revised",
)
LANGUAGES = ("og:locale", "content-language", "dc.language", "language", "inlanguage")
