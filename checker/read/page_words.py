"""What the class and id names of an element tell about it; the names are those that news sites use.

`HARD` names are never the article's prose. `SOFT` names mean it only when much of the element is links, since sites use
them for the article as well (a teaser can be the standfirst, a card the whole story). A name counts as a whole word:
`related-stories` is "related" and "stories", `has-sidebar` says nothing about the element itself.
"""

from __future__ import annotations

import itertools
from enum import Enum
from functools import lru_cache

from checker.text.late import late


class Telling(Enum):
    """What an element's names say it is."""

    NOTHING = 0
    BOILERPLATE = 1
    MAYBE = 2
    CAPTION = 3
    BYLINE = 4
    HIDDEN = 5
    COMMENTS = 6


_COMMENTS = frozenset("comments commentlist commentsection commentthread disqus respond livefyre coral replies".split())

_HARD = frozenset(
    "related relatedarticles relatedposts relatedcontent recommended recommendation recommendations recirc recirculation "
    "share shares sharing sharebar sharedaddy addthis addtoany social socialmedia sociallinks newsletter newsletters "
    "signup subscribe subscription promotion sidebar navigation nav navbar menu submenu breadcrumb breadcrumbs footer "
    "cookie cookies gdpr cmp consent advert adverts advertisement advertising advertorial ads adslot adunit sponsored "
    "sponsor outbrain taboola mostread mostpopular mostviewed trending popular popularposts pagination pager "
    "modal popup overlay lightbox toolbar skiplink skip masthead readmore alsoread readalso readnext seealso morefrom "
    "moreon moreabout upnext authorbio authorbox aboutauthor bio disclaimer copyright jprelatedposts toc "
    "tableofcontents infobox navbox printonly noprint reflist mwjumplink mweditsection poll quiz ticker "
    "leaderboard dianomi zergnet teaserlist".split()
)

_SOFT = frozenset(
    "teaser teasers promo promos tags taglist tag topics topic keywords categories category card cards list lists more "
    "latest banner widget box rail aside secondary links linklist utility tools tool meta author latestnews "
    "stories headlines archive feed explore discover next previous prev stream carousel slider gallery".split()
)

_CAPTION = frozenset(
    "caption captions figcaption imagecaption photocaption wpcaptiontext captiontext credit credits photocredit "
    "imagecredit imgcaption legend bildunterschrift piedefoto copyrightinfo mediacaption videocaption".split()
)

_BYLINE = frozenset(
    "byline bylines authors author authorname articleauthor dateline pubdate publishdate publisheddate publisheddatetime "
    "postdate entrydate entrymeta postmeta articlemeta articledate timestamp datetime posted postedon publishdatetime "
    "publicationdate date time".split()
)

_HIDDEN = frozenset(
    "sronly visuallyhidden screenreadertext screenreader screenreaderonly offscreen uhidden ishidden dnone hidden "
    "displaynone elementinvisible".split()
)

# What only says that something stands beside or inside the element, or that a script will do something with it.
_BESIDE = frozenset("has have with without no not js is can show hide hides enable enabled disable".split())

_WORD = late(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


@lru_cache(maxsize=4096)
def telling(names: str) -> Telling:
    """What a class attribute and an id, joined by a blank, say.

    >>> telling("c-related-stories"), telling("article-body has-sidebar")
    (<Telling.BOILERPLATE: 1>, <Telling.NOTHING: 0>)
    """
    found = {_of_name(name) for name in names[:600].split()}
    for meaning in (
        Telling.HIDDEN,
        Telling.COMMENTS,
        Telling.BOILERPLATE,
        Telling.CAPTION,
        Telling.BYLINE,
        Telling.MAYBE,
    ):
        if meaning in found:
            return meaning
    return Telling.NOTHING


def _of_name(name: str) -> Telling:
    if ":" in name:
        return Telling.NOTHING  # a utility class with a condition: "md:hidden", "hover:…"
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or (words[0] in _BESIDE and len(words) > 1 and "".join(words) not in _HIDDEN):
        return Telling.NOTHING
    if "".join(words) in _HIDDEN:
        return Telling.HIDDEN
    told = set(words) | {first + second for first, second in itertools.pairwise(words)} | {"".join(words)}
    for meaning, table in (
        (Telling.COMMENTS, _COMMENTS),
        (Telling.CAPTION, _CAPTION),
        (Telling.BOILERPLATE, _HARD),
        (Telling.BYLINE, _BYLINE),
        (Telling.MAYBE, _SOFT),
    ):
        if told & table:
            return meaning
    return Telling.NOTHING
