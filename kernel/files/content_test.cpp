#include "kernel/base/refusal.hpp"
#include "kernel/files/content.hpp"
#include "kernel/files/test_files.hpp"

#include <doctest.h>

using namespace std::string_view_literals;
using files::content_of;

namespace
{

/// The type, or the reason it is refused.
std::string judged(std::string_view bytes)
{
    const test_support::TemporaryFolder folder;
    const auto file = test_files::write(folder, "file", bytes);
    try {
        return content_of(file).type;
    } catch (const base::Refusal& refusal) {
        return refusal.code.substr(sizeof "files.refusal." - 1);
    }
}

} // namespace

TEST_CASE("a type is decided by content, whatever the name says") // FIL-002 TKT-006
{
    CHECK(judged(test_files::png()) == "image/png");
    CHECK(judged("\xff\xd8\xff\xe0\0\x10JFIF\0"sv) == "image/jpeg");
    CHECK(judged("GIF89a\x01\0\x01\0"sv) == "image/gif");
    CHECK(judged("RIFF\x10\0\0\0WEBPVP8 "sv) == "image/webp");
    CHECK(judged("\0\0\0\x18"
                 "ftypheic\0\0\0\0mif1heic"sv) == "image/heic");
    CHECK(judged("\0\0\0\x18"
                 "ftypisom\0\0\x02\0isomiso2"sv) == "video/mp4");
    CHECK(judged("\0\0\0\x14"
                 "ftypqt  \0\0\0\0qt  "sv) == "video/quicktime");
    CHECK(judged("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm"sv) == "video/webm");
    CHECK(judged("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"sv) == "application/pdf");
    CHECK(judged("Caméra;État\n4;hors ligne\n") == "text/plain");
    CHECK(judged("Cam\xe9ra;\xc9tat\r\n4;hors ligne\r\n") == "text/plain");
    CHECK(judged(test_files::zip({"[Content_Types].xml", "word/document.xml"})) ==
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    CHECK(judged(test_files::zip({"[Content_Types].xml", "xl/workbook.xml"})) ==
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

TEST_CASE("programs, drawings, pages and archives are refused by name") // FIL-002 JRN-32
{
    CHECK(judged("MZ\x90\0\x03\0\0\0"sv) == "program");
    CHECK(judged("\x7f"
                 "ELF\x02\x01\x01"sv) == "program");
    CHECK(judged("#!/bin/sh\nrm -rf /\n") == "program");
    CHECK(judged("@ECHO OFF\r\ndel *.*\r\n") == "program");
    CHECK(judged("\xcf\xfa\xed\xfe\x07\0\0\x01"sv) == "program");
    CHECK(judged("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>") ==
          "svg");
    CHECK(judged("<?xml version=\"1.0\"?>\n<!-- x -->\n<svg></svg>") == "svg");
    CHECK(judged("\xef\xbb\xbf  <svg/>") == "svg");
    CHECK(judged("<!DOCTYPE html><p>bonjour") == "page");
    CHECK(judged("bonjour <SCRIPT>alert(1)</SCRIPT>") == "page");
    CHECK(judged(test_files::zip({"journal.txt"})) == "archive");
    CHECK(judged(test_files::zip({"META-INF/MANIFEST.MF", "A.class"})) == "archive");
    CHECK(judged("Rar!\x1a\x07\x01\0"sv) == "archive");
    CHECK(judged("\x1f\x8b\x08\0\0\0\0\0"sv) == "archive");
    CHECK(judged("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"sv) == "type");
    CHECK(judged("quelques octets\0nuls"sv) == "type");
    CHECK(judged("") == "empty");
}

TEST_CASE("a document with macros is refused, and one that would unpack without end")
{
    CHECK(judged(test_files::zip(
              {"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"})) == "macros");
    CHECK(judged(test_files::zip({"[Content_Types].xml", "xl/workbook.xml"}, 0x7fffffff)) ==
          "bomb");
    CHECK(judged(test_files::zip(std::vector<std::string>(5'001, "xl/a"))) == "bomb");
}

TEST_CASE("a file that is two formats at once is refused")
{
    const auto png = test_files::png();
    CHECK(judged(png + test_files::zip({"A.class"})) == "polyglot");
    CHECK(judged(png + "<html><script>alert(1)</script>") == "polyglot");
    CHECK(judged("GIF89a/*" + std::string(20, ' ') + "*/=1;<script>alert(1)</script>") ==
          "polyglot");
    CHECK(judged("\xff\xd8\xff\xe0\0\x10JFIF\0%PDF-1.4"sv) == "polyglot");
    CHECK(judged("%PDF-1.4\n<script>alert(1)</script>") == "polyglot");
}

TEST_CASE("bytes after the end of a photo are no reason to refuse it: photos that move have some")
{
    CHECK(judged(test_files::png() + "\0\0\0\x18"
                                     "ftypmp42") == "image/png");
}
