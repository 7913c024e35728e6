#include "kernel/http/multipart.hpp"
#include "kernel/http/part_header.hpp"

#include <doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

using http::BadRequest;
using http::FileParts;
using http::MultipartParser;

namespace
{

/// A folder that goes away with the test.
class Folder
{
  public:
    Folder() : path_{std::filesystem::temp_directory_path() / "etabli-multipart-XXXXXX"}
    {
        std::string text = path_.string();
        REQUIRE(::mkdtemp(text.data()) != nullptr);
        path_ = text;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    bool is_empty() const { return std::filesystem::is_empty(path_); }

  private:
    std::filesystem::path path_;
};

std::string part(std::string_view disposition, std::string_view content)
{
    return "--b\r\nContent-Disposition: form-data; " + std::string{disposition} + "\r\n\r\n" +
           std::string{content} + "\r\n";
}

std::string content_of(const http::UploadedFile& upload)
{
    std::ifstream file{*upload.content, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The status of the refusal, or 200.
int status_of(std::string_view body, FileParts files = FileParts::Accepted)
{
    const Folder folder;
    MultipartParser parser{"b", files, folder.path()};
    try {
        parser.feed(body);
        parser.finish();
        return 200;
    } catch (const BadRequest& bad) {
        return bad.status;
    }
}

} // namespace

TEST_CASE("text and files are told apart wherever the bytes are cut")
{
    const std::string content = "\r\n--\r\n--c\r\n\xff";
    const auto body = "preamble\r\n" + part("name=\"titre\"", "Caméra 4") + part("name=vide", "") +
                      part("name=\"piece\"; filename=\"C:\\photos\\a.jpg\"", content) +
                      "--b--\r\nepilogue";
    for (std::size_t step = 1; step < body.size(); ++step) {
        const Folder folder;
        {
            MultipartParser parser{"b", FileParts::Accepted, folder.path()};
            for (std::size_t at = 0; at < body.size(); at += step)
                parser.feed(std::string_view{body}.substr(at, step));
            parser.finish();
            const auto fields = parser.take_fields();
            const auto files = parser.take_files();
            REQUIRE(fields.all().size() == 2);
            CHECK(fields.get("titre") == "Caméra 4");
            CHECK(fields.find("vide") == "");
            REQUIRE(files.size() == 1);
            CHECK(files[0].field == "piece");
            CHECK(files[0].file_name == "a.jpg");
            CHECK(files[0].bytes == content.size());
            CHECK(content_of(files[0]) == content);
        }
        CHECK(folder.is_empty());
    }
}

TEST_CASE("a file field left empty is no file")
{
    const Folder folder;
    MultipartParser parser{"b", FileParts::Refused, folder.path()};
    parser.feed(part("name=\"piece\"; filename=\"\"", "") + "--b--");
    parser.finish();
    CHECK(parser.take_files().empty());
    CHECK(parser.take_fields().empty());
    CHECK(folder.is_empty());
}

TEST_CASE("a file is refused where none is accepted, before a byte of it is kept")
{
    CHECK(status_of(part("name=a; filename=b", ""), FileParts::Refused) == 415);
}

TEST_CASE("a multipart body that is not whole or not understood is a bad request")
{
    CHECK(status_of(part("name=a", "1") + "--b--") == 200);
    CHECK(status_of("") == 400);
    CHECK(status_of(part("name=a", "1")) == 400);
    CHECK(status_of(part("name=a", "1") + "--bc--") == 400);
    CHECK(status_of("--b\r\n\r\nx\r\n--b--") == 400);
    CHECK(status_of(part("filename=a", "1") + "--b--") == 400);
    CHECK(status_of(part("name=\"a", "1") + "--b--") == 400);
    CHECK(status_of(part("name=a", "\xff") + "--b--") == 400);
    CHECK(status_of(part("name=a; filename=\"..\"", "") + "--b--") == 400);
    CHECK(status_of(part("name=a; filename=\"\"", "x") + "--b--") == 400);
}

TEST_CASE("parts, their headers and their text are limited")
{
    std::string many;
    for (std::size_t i = 0; i < http::multipart_parts_max; ++i)
        many += part("name=a", "1");
    CHECK(status_of(many + "--b--") == 200);
    CHECK(status_of(many + part("name=a", "1") + "--b--") == 400);

    const std::string long_name(http::multipart_header_bytes_max, 'a');
    CHECK(status_of(part("name=" + long_name, "1") + "--b--") == 400);
    CHECK(status_of("--b\r\n" + long_name + long_name) == 400);

    const std::string text(http::multipart_text_bytes_max, 'a');
    CHECK(status_of(part("name=a", text) + "--b--") == 200);
    CHECK(status_of(part("name=a", text) + part("name=b", "1") + "--b--") == 413);
    CHECK(status_of(part("name=a; filename=f", text + "1") + "--b--") == 200);
}

TEST_CASE("a part header gives back what browsers and curl wrote")
{
    const auto quoted = http::parse_part_header(
        "content-disposition: form-data; name=\"a%22b\"; filename=\"c\\\"d;é.pdf\"\r\n"
        "Content-Type: application/pdf");
    CHECK(quoted.name == "a\"b");
    CHECK(quoted.file_name == "c\"d;é.pdf");
    CHECK(quoted.type == "application/pdf");

    std::string accents;
    for (int i = 0; i < 200; ++i)
        accents += "é";
    const auto cut = http::parse_part_header("Content-Disposition: form-data; name=a; filename=\"" +
                                             accents + "\"");
    CHECK(cut.file_name->size() == 254);
    CHECK_THROWS_AS(
        http::parse_part_header("Content-Disposition: form-data; name=a; filename=\xff"),
        BadRequest);
}

TEST_CASE("the boundary is read from the content type")
{
    CHECK(http::multipart_boundary("multipart/form-data; boundary=abc") == "abc");
    CHECK(http::multipart_boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"") ==
          "a b");
    CHECK_FALSE(http::multipart_boundary("application/json"));
    CHECK_THROWS_AS(http::multipart_boundary("multipart/form-data"), BadRequest);
    CHECK_THROWS_AS(http::multipart_boundary("multipart/form-data; boundary="), BadRequest);
    CHECK_THROWS_AS(
        http::multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')),
        BadRequest);
}
