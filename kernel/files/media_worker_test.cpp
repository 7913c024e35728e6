#include "kernel/files/media_worker.hpp"
#include "kernel/files/test_files.hpp"

#include <doctest.h>
#include <zlib.h>

using files::examine;
using files::Judgement;
using files::Task;
using test_support::TemporaryFolder;

namespace
{

const std::filesystem::path program = ETABLI_MEDIA_PROGRAM;

std::filesystem::path photo(const TemporaryFolder& folder, const std::string& name,
                            const std::string& size = "1600x1200")
{
    const auto path = folder.path() / name;
    test_files::run({"ffmpeg", "-y", "-f", "lavfi", "-i", "testsrc2=size=" + size, "-frames:v", "1",
                     path.string()});
    return path;
}

std::filesystem::path film(const TemporaryFolder& folder, const std::string& name,
                           const std::string& seconds)
{
    const auto path = folder.path() / name;
    test_files::run({"ffmpeg", "-y", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25", "-t",
                     seconds, "-pix_fmt", "yuv420p", path.string()});
    return path;
}

} // namespace

TEST_CASE(
    "a photo gets three copies, the medium one in JPEG for papers, none larger than it is") // FIL-010
{
    const TemporaryFolder folder;
    for (const auto* name : {"a.jpg", "a.png", "a.webp", "a.gif"}) {
        CAPTURE(name);
        const auto read = examine(program, photo(folder, name), Task::image);
        CHECK(read.refusal == "");
        CHECK(read.width == 1600);
        CHECK(read.height == 1200);
        REQUIRE(read.copies.size() == 3);
        CHECK(read.copies[0].width == 1600);
        CHECK(read.copies[1].width == 1200);
        CHECK(read.copies[0].bytes.substr(8, 4) == "WEBP");
        CHECK(read.copies[1].bytes.starts_with("\xff\xd8\xff"));
        CHECK(read.copies[2].width == 400);
        CHECK(read.copies[2].height == 300);
    }
}

TEST_CASE("a logo becomes squares on white, without the margin around it") // PLT-081
{
    const TemporaryFolder folder;
    const auto logo = folder.path() / "logo.png";
    test_files::run({"ffmpeg", "-y", "-f", "lavfi", "-i",
                     "color=red:size=300x100,format=rgba,pad=900:700:300:300:color=white@0.0",
                     "-frames:v", "1", logo.string()});
    const auto read = examine(program, logo, Task::logo);
    CHECK(read.refusal == "");
    REQUIRE(read.copies.size() == 4);
    for (const auto& copy : read.copies) {
        CHECK(copy.bytes.starts_with("\x89PNG"));
        CHECK(copy.width == copy.height);
    }
    CHECK(read.copies[1].width == 192);
    const auto square = test_files::write(folder, "icon.png", read.copies[1].bytes);
    using namespace std::string_literals;
    const auto pixel = [&](int x, int y) {
        const auto out = folder.path() / "pixel.rgb";
        test_files::run({"ffmpeg", "-y", "-i", square.string(), "-vf",
                         "crop=1:1:" + std::to_string(x) + ":" + std::to_string(y), "-f",
                         "rawvideo", "-pix_fmt", "rgb24", out.string()});
        return test_files::read(out);
    };
    CHECK(pixel(4, 96) == "\xff\xff\xff");  // the margin of the square
    CHECK(pixel(96, 40) == "\xff\xff\xff"); // above: the logo is three times as wide as high
    CHECK(pixel(20, 96) == "\xff\0\0"s);    // red from side to side, as it was sent
    CHECK(examine(program, photo(folder, "a.jpg"), Task::logo).copies.size() == 4);
}

TEST_CASE("a HEIC photo is read") // TKT-006
{
    const TemporaryFolder folder;
    const auto heic = folder.path() / "a.heic";
    test_files::run({"vips", "copy", photo(folder, "a.jpg").string(), heic.string()});
    CHECK(examine(program, heic, Task::image).copies.size() == 3);
}

TEST_CASE("copies stand upright and say nothing of where they were taken") // FIL-002
{
    const TemporaryFolder folder;
    auto bytes = test_files::read(photo(folder, "a.jpg"));
    // an EXIF block: orientation 6 (turned right) and a position, both in one directory
    using namespace std::string_view_literals;
    const std::string exif{"\xff\xe1\0\x38"
                           "Exif\0\0MM\0*\0\0\0\x08\0\x02"
                           "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
                           "\x01\x0e\0\x02\0\0\0\x0a\0\0\0\x26"
                           "\0\0\0\0"
                           "48.8566 N\0"sv};
    bytes.insert(2, exif);
    const auto turned = test_files::write(folder, "turned.jpg", bytes);
    const auto read = examine(program, turned, Task::image);
    REQUIRE(read.copies.size() == 3);
    CHECK(read.width == 1200);
    CHECK(read.height == 1600);
    CHECK(read.copies[0].width < read.copies[0].height);
    for (const auto& copy : read.copies) {
        CHECK(copy.bytes.find("48.8566") == std::string::npos);
        CHECK(copy.bytes.find("EXIF") == std::string::npos);
    }
}

TEST_CASE("a picture of 900 million pixels is refused by its header, before it is decoded")
{
    const TemporaryFolder folder;
    using namespace std::string_literals;
    auto header = "IHDR\0\0\x75\x30\0\0\x75\x30\x08\0\0\0\0"s; // 30 000 × 30 000
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(header.data()), static_cast<uInt>(header.size()));
    for (int shift = 24; shift >= 0; shift -= 8)
        header += static_cast<char>((sum >> shift) & 0xff);
    auto bytes = test_files::png();
    bytes.replace(12, header.size(), header);
    const auto bomb = test_files::write(folder, "bomb.png", bytes);
    const auto read = examine(program, bomb, Task::image);
    CHECK(read.refusal == "pixels");
    CHECK(read.value == 900'000'000);
}

TEST_CASE("a photo cut on its way is refused, wherever it was cut") // FIL-002
{
    const TemporaryFolder folder;
    const auto whole = test_files::read(photo(folder, "a.jpg"));
    for (const auto percent : {20U, 50U, 90U}) {
        const auto cut =
            test_files::write(folder, "cut.jpg", whole.substr(0, whole.size() * percent / 100));
        CHECK(examine(program, cut, Task::image).refusal == "unreadable");
    }
}

TEST_CASE("what only begins like a photo is refused")
{
    const TemporaryFolder folder;
    const auto junk = test_files::write(folder, "b.jpg", "\xff\xd8\xff junk");
    CHECK(examine(program, junk, Task::image).refusal == "unreadable");
    CHECK(examine(program, junk, Task::video).refusal == "unreadable");
}

TEST_CASE("a video of 9 s is accepted, of 9.9 s too, of 10.1 s and 12 s refused") // FIL-003 JRN-32
{
    const TemporaryFolder folder;
    const auto nine = examine(program, film(folder, "nine.mp4", "9"), Task::video);
    CHECK(nine.refusal == "");
    CHECK(nine.duration_ms == 9'000);
    CHECK(nine.copies.size() == 3);
    CHECK(examine(program, film(folder, "nine.webm", "9.9"), Task::video).refusal == "");
    CHECK(examine(program, film(folder, "ten.mov", "10.12"), Task::video).refusal == "long");
    const auto twelve = examine(program, film(folder, "twelve.mp4", "12"), Task::video);
    CHECK(twelve.refusal == "long");
    CHECK(twelve.value == 12'000);
}

TEST_CASE("a video whose header says 3 s is measured by decoding it") // FIL-003
{
    const TemporaryFolder folder;
    auto bytes = test_files::read(film(folder, "twelve.mp4", "12"));
    const auto lie = [&](std::string_view box, std::size_t offset) {
        const auto at = bytes.find(box);
        REQUIRE(at != std::string::npos);
        bytes.replace(at + 4 + offset, 4, std::string{"\0\0\x0b\xb8", 4}); // 3 000
    };
    lie("mvhd", 16);
    lie("tkhd", 20);
    lie("mdhd", 16);
    const auto liar = test_files::write(folder, "liar.mp4", bytes);
    const auto read = examine(program, liar, Task::video);
    CHECK(read.refusal == "long");
    CHECK(read.value == 12'000);
}

TEST_CASE("what the program says is checked like what strangers send")
{
    using files::read_answer;
    CHECK(read_answer("size 10 10\nrefused long 12000\nend\n", Task::image).refusal == "long");
    CHECK(read_answer("", Task::image).refusal == "unreadable");
    CHECK(read_answer("end\n", Task::image).refusal == "unreadable");
    CHECK(read_answer("refused long 12000\n", Task::image).refusal == "unreadable");
    CHECK(read_answer("refused tickets.closed 1\nend\n", Task::image).refusal == "unreadable");
    CHECK(read_answer("copy large 10 10 99999999\nRIFF\nend\n", Task::image).refusal ==
          "unreadable");
    CHECK(read_answer("copy large -1 10 4\nRIFF\nend\n", Task::image).refusal == "unreadable");
    CHECK(read_answer("copy ../x 1 10 4\nRIFF\nend\n", Task::image).refusal == "unreadable");
}

TEST_CASE("a program that is not there is a fault of ours, to be tried again")
{
    const TemporaryFolder folder;
    const auto file = test_files::write(folder, "a.png", test_files::png());
    CHECK_THROWS_AS(examine("/nowhere/etabli-media", file, Task::image), std::system_error);
}
