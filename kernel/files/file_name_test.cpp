#include "kernel/base/text.hpp"
#include "kernel/files/file_name.hpp"

#include <doctest.h>

#include <string>
#include <vector>

namespace
{

const files::Content pdf{"application/pdf", files::Kind::document, {"pdf"}};
const files::Content jpeg{"image/jpeg", files::Kind::image, {"jpg", "jpeg"}};

} // namespace

TEST_CASE("a name keeps what people wrote and ends as its content does") // FIL-002
{
    CHECK(files::clean_name("Devis n° 12 – été.pdf", pdf) == "Devis n° 12 – été.pdf");
    CHECK(files::clean_name("IMG_0042.JPEG", jpeg) == "IMG_0042.jpeg");
    CHECK(files::clean_name("facture.exe", pdf) == "facture.exe.pdf");
    CHECK(files::clean_name("photo.png", jpeg) == "photo.png.jpg");
    CHECK(files::clean_name("", pdf) == "_.pdf");
    CHECK(files::clean_name("con.pdf", pdf) == "_con.pdf");
    CHECK(files::clean_name("a\xe2\x80\xae"
                            "fdp.exe",
                            pdf) == "a_fdp.exe.pdf");
}

TEST_CASE("a name of 300 bytes is cut between characters")
{
    std::string longest;
    for (int i = 0; i < 150; ++i)
        longest += "é";
    const auto name = files::clean_name(longest + ".pdf", pdf);
    CHECK(base::is_valid_utf8(name));
    CHECK(name.size() == files::name_bytes_max);
    CHECK(name.ends_with("é.pdf"));
    CHECK(files::clean_name(std::string(300, 'a') + ".pdf", pdf).size() == files::name_length_max);
}

TEST_CASE("no encoding of a way up leaves a separator, a dot in front or a control")
{
    const std::vector<std::string> ups{"..",
                                       "%2e%2e",
                                       "%252e%252e",
                                       ".%2e",
                                       "%2E.",
                                       "\xc0\xae\xc0\xae",
                                       "\xef\xbc\x8e\xef\xbc\x8e",
                                       "...."};
    const std::vector<std::string> separators{
        "/",        "\\",           "%2f",          "%5c",          "%252f",
        "%255c",    "\xef\xbc\x8f", "\xef\xbc\xbc", "\xe2\x88\x95", "\xe2\x81\x84",
        "\xc0\xaf", "\xe2\xa7\xb8", "//",           "/./",          "%00/"};
    int tried = 0;
    for (const auto& up : ups)
        for (const auto& separator : separators) {
            const auto name = files::clean_name(up + separator + up + separator + "passwd", pdf);
            CAPTURE(name);
            CHECK(name.find_first_of("/\\\r\n%") == std::string::npos);
            CHECK_FALSE(name.starts_with('.'));
            CHECK(base::is_valid_utf8(name));
            CHECK(name.ends_with(".pdf"));
            ++tried;
        }
    CHECK(tried >= 80);
}
