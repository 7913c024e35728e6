#include "kernel/base/xml_tree.hpp"

#include <doctest.h>

using namespace base;

TEST_CASE("an element knows its namespace, its own text, its attributes and its children")
{
    const auto read =
        read_xml("<a xmlns='urn:x' xmlns:y='urn:y'> one <y:b k='v' y:z='w'>t&amp;u</y:b> two"
                 "<b>later</b></a>");
    REQUIRE(read.root);
    CHECK(read.root->space == "urn:x");
    CHECK(read.root->text == "one  two");
    REQUIRE(read.root->children.size() == 2);
    CHECK(read.root->child("b")->space == "urn:y");
    CHECK(read.root->text_at({"b"}) == "t&u");
    CHECK(read.root->child("b")->attribute("k") == "v");
    CHECK(read.root->child("b")->attribute("z") == "");
    CHECK(read.root->at({"b", "c"}) == nullptr);
    CHECK(read.root->text_at({"c", "d"}) == "");
}

TEST_CASE("a document type is refused before an entity is read")
{
    const auto bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;'>]><a>&c;</a>";
    CHECK(read_xml(bomb).fault == XmlFault::declares);
    CHECK(read_xml("<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>").fault == XmlFault::declares);
    CHECK(read_xml("<!DOCTYPE a><a/>").fault == XmlFault::declares);
}

TEST_CASE("what is no XML, and what is too much of it, is told apart")
{
    for (const char* bad : {"", " ", "a", "<a>", "<a></b>", "<a/><b/>", "<a>&nope;</a>", "<a b=c/>",
                            "<a>\x01</a>", "<a>\xff</a>", "<x:a/>"})
        CHECK(read_xml(bad).fault == XmlFault::malformed);
    CHECK(read_xml("<a/>", {.bytes_max = 3}).fault == XmlFault::too_large);
    CHECK(read_xml("<a><b/><b/></a>", {.nodes_max = 2}).fault == XmlFault::too_large);
    CHECK(read_xml("<a b='1' c='2'/>", {.nodes_max = 2}).fault == XmlFault::too_large);
    CHECK(read_xml("<a><b><c/></b></a>", {.depth_max = 2}).fault == XmlFault::too_large);
    CHECK(read_xml("<a><b><c/></b></a>", {.depth_max = 3}).root.has_value());
}
