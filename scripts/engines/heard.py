# usage: heard.py PIECE_OF_AN_ADDRESS   (Debian's own python3, with python3-pyatspi)
# What an engine hands to a screen reader on Linux (AT-SPI) of the page at that address, as JSON:
# a node is {"role", "xml", "tag", "name", "kids"}; a kid is a node, or the text between nodes.
import json
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

PATIENCE = 60  # s, until the page is there
DEEPEST = 16  # of a browser's own parts above its page
EMBEDDED = '\ufffc'


def kids(node):
    return [kid for kid in (node.get_child_at_index(i) for i in range(node.get_child_count())) if kid is not None]


def page_in(node, address, depth=0):
    try:
        if node.get_role() == Atspi.Role.DOCUMENT_WEB:
            document = node.get_document_iface()
            told = ' '.join(document.get_document_attribute_value(name) or '' for name in ('DocURL', 'URI')) if document else ''
            if address in told:
                return node
        if depth == DEEPEST:
            return None
        for kid in kids(node):
            found = page_in(kid, address, depth + 1)
            if found is not None:
                return found
    except gi.repository.GLib.Error:
        pass  # a part that went while it was looked at
    return None


def words_of(node):
    text = node.get_text_iface()
    return text.get_text(0, text.get_character_count()) if text else ''


def told(node):
    words = words_of(node)
    inner = [told(kid) for kid in kids(node)]
    pieces = words.split(EMBEDDED)
    between = []
    for i, piece in enumerate(pieces):
        if piece.strip():
            between.append(piece)
        if i < len(pieces) - 1 and inner:
            between.append(inner.pop(0))
    attributes = node.get_attributes() or {}
    return {
        'role': node.get_role_name(), 'xml': attributes.get('xml-roles', ''), 'tag': attributes.get('tag', ''), 'name': node.get_name() or '',
        'kids': between + inner,
    }


def main(address):
    end = time.time() + PATIENCE
    while time.time() < end:
        desktop = Atspi.get_desktop(0)
        for app in kids(desktop):
            page = page_in(app, address)
            if page is not None and page.get_child_count() > 0:
                json.dump(told(page), sys.stdout, ensure_ascii=False)
                return
        time.sleep(0.5)
    sys.exit(f'no page at {address}: {[app.get_name() for app in kids(Atspi.get_desktop(0))]}')


main(sys.argv[1])
