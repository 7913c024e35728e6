#include "media/papers.hpp"

#include "media/answer.hpp"
#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <unistd.h>

#include <array>
#include <optional>
#include <stdexcept>
#include <string>

namespace media
{
namespace
{

constexpr std::size_t paper_bytes_max = 64UL * 1024 * 1024;
constexpr std::size_t piece_bytes = 64UL * 1024;
constexpr std::size_t enclosed_max = 20;
constexpr std::size_t enclosed_bytes_max = 5'000'000;
constexpr std::size_t name_bytes_max = 255;

/// Nothing when it cannot be read, or is too large.
std::optional<std::string> whole_input()
{
    std::string bytes;
    std::array<char, piece_bytes> piece{};
    while (bytes.size() <= paper_bytes_max) {
        const auto got = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (got < 0) return {};
        if (got == 0) return bytes;
        bytes.append(piece.data(), static_cast<std::size_t>(got));
    }
    return {};
}

/// Stopped as soon as it unpacks to more than it may.
std::optional<std::string> unpacked(QPDFObjectHandle stream)
{
    std::string bytes;
    bool is_too_large = false;
    Pl_Function pipe{"enclosed", nullptr, [&](const unsigned char* piece, std::size_t count) {
                         if (bytes.size() + count > enclosed_bytes_max) {
                             is_too_large = true;
                             throw std::runtime_error("too large");
                         }
                         bytes.append(reinterpret_cast<const char*>(piece), count);
                     }};
    if (!stream.isStream() || !stream.pipeStreamData(&pipe, 0, qpdf_dl_all, true)) return {};
    if (is_too_large) return {};
    return bytes;
}

void show_all(QPDF& file)
{
    std::size_t count = 0;
    for (const auto& [name, named] : QPDFEmbeddedFileDocumentHelper{file}.getEmbeddedFiles()) {
        auto said = named->getFilename();
        if (said.empty()) said = name;
        if (said.empty() || said.size() > name_bytes_max) continue;
        const auto bytes = unpacked(named->getEmbeddedFileStream());
        if (!bytes) continue;
        if (++count > enclosed_max) return;
        say_enclosed(said, *bytes);
    }
}

} // namespace

void show_enclosed()
{
    const auto bytes = whole_input();
    if (!bytes) refuse("unreadable");
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.processMemoryFile("paper", bytes->data(), bytes->size());
        show_all(file);
    } catch (const std::exception&) {
        refuse("unreadable");
    }
}

} // namespace media
