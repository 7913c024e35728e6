#include "modules/einvoice/xml_writer.hpp"

#include <cstdint>

namespace einvoice
{
namespace
{

constexpr std::size_t usual_bytes = 16 * 1'024;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Bytes of the character that begins here and XML may hold; 0 of anything else.
std::size_t character_at(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' ? 1 : 0;
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < bytes) return 0;
    std::uint32_t code = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) return 0;
        code = code << 6 | (next & 0x3FU);
    }
    constexpr std::uint32_t smallest[]{0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    const bool is_character = code >= smallest[bytes] && code <= 0x10FFFF && !is_surrogate &&
                              code != 0xFFFE && code != 0xFFFF;
    return is_character ? bytes : 0;
}

void append_character(std::string& to, std::string_view character)
{
    switch (character.front()) {
    case '&':
        to += "&amp;";
        break;
    case '<':
        to += "&lt;";
        break;
    case '>':
        to += "&gt;";
        break;
    case '"':
        to += "&quot;";
        break;
    default:
        to += character;
    }
}

void append_words(std::string& to, std::string_view words)
{
    while (!words.empty()) {
        const auto bytes = character_at(words);
        if (bytes == 0)
            to += replacement;
        else
            append_character(to, words.substr(0, bytes));
        words.remove_prefix(bytes == 0 ? 1 : bytes);
    }
}

} // namespace

XmlWriter::XmlWriter()
{
    bytes_.reserve(usual_bytes);
    bytes_ = R"(<?xml version="1.0" encoding="UTF-8"?>)"
             "\n";
}

void XmlWriter::open(std::string_view name, Attributes attributes)
{
    bytes_ += '<';
    bytes_ += name;
    for (const auto& [attribute, value] : attributes) {
        bytes_ += ' ';
        bytes_ += attribute;
        bytes_ += "=\"";
        append_words(bytes_, value);
        bytes_ += '"';
    }
    bytes_ += '>';
}

void XmlWriter::close(std::string_view name)
{
    bytes_ += "</";
    bytes_ += name;
    bytes_ += '>';
}

void XmlWriter::text(std::string_view name, std::string_view words, Attributes attributes)
{
    open(name, attributes);
    append_words(bytes_, words);
    close(name);
}

void XmlWriter::text_if(std::string_view name, std::string_view words, Attributes attributes)
{
    if (!words.empty()) text(name, words, attributes);
}

} // namespace einvoice
