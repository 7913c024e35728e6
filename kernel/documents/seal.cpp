#include "kernel/documents/seal.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/sha256.hpp"
#include "kernel/base/text.hpp"
#include "kernel/documents/archive.hpp"

#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace documents
{
namespace
{

// A signature dictionary says which two ranges of the file it covers: all but its own digits. It is
// written with room for both, then the ranges, then the digits.
constexpr std::size_t digits_count = 2 * secrets::cms_bytes_max;
constexpr std::string_view range_room = "/ByteRange [ 0 9999999999 9999999999 9999999999 ]";
constexpr std::string_view range_start = "/ByteRange [ 0 ";
constexpr std::string_view digits_start = " /Contents <";
constexpr std::string_view time_start = " /M (D:";
constexpr std::string_view time_end = "+00'00')";
constexpr std::size_t time_digits = 14;

struct Places {
    std::size_t range = 0;  ///< of « /ByteRange »
    std::size_t digits = 0; ///< of the first digit
    std::size_t end = 0;    ///< after « > »
};

/// Where they are in a file that has exactly one such dictionary, written as qpdf writes it.
std::optional<Places> places_in(std::string_view pdf)
{
    const auto range = pdf.find("/ByteRange");
    if (range == std::string_view::npos) return {};
    if (pdf.find("/ByteRange", range + 1) != std::string_view::npos) return {};
    const auto contents = range + range_room.size();
    if (pdf.size() < contents + digits_start.size() + digits_count + 1) return {};
    if (pdf.substr(contents, digits_start.size()) != digits_start) return {};
    const auto digits = contents + digits_start.size();
    if (pdf[digits + digits_count] != '>') return {};
    return Places{.range = range, .digits = digits, .end = digits + digits_count + 1};
}

/// As long as the room it takes.
std::string range_words(const Places& places, std::size_t size)
{
    auto words = std::string{range_start} + std::to_string(places.digits - 1) + " " +
                 std::to_string(places.end) + " " + std::to_string(size - places.end) + " ";
    KERNEL_ASSERT(words.size() < range_room.size());
    words.resize(range_room.size() - 1, ' ');
    return words + "]";
}

/// Of all but the digits and the brackets around them.
std::string covered_digest(std::string_view pdf, const Places& places)
{
    base::Sha256 digest;
    digest.add(pdf.substr(0, places.digits - 1));
    digest.add(pdf.substr(places.end));
    return base::unhex(digest.hex_digest()).value();
}

QPDFObjectHandle signature_of(QPDF& file, const SealWords& words)
{
    auto made = QPDFObjectHandle::parse(
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
        "/ByteRange [ 0 9999999999 9999999999 9999999999 ] >>");
    made.replaceKey("/Contents",
                    QPDFObjectHandle::newString(std::string(secrets::cms_bytes_max, '\0')));
    made.replaceKey("/M", QPDFObjectHandle::newString(pdf_date(words.at)));
    made.replaceKey("/Name", QPDFObjectHandle::newUnicodeString(words.name));
    if (!words.reason.empty())
        made.replaceKey("/Reason", QPDFObjectHandle::newUnicodeString(words.reason));
    return file.makeIndirectObject(made);
}

/// A field nobody sees: PDF/A lets it be without appearance because it has no size.
void add_field(QPDF& file, QPDFObjectHandle signature)
{
    auto page = file.getAllPages().at(0);
    auto field = QPDFObjectHandle::parse(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /Rect [ 0 0 0 0 ] /T (Sceau) >>");
    field.replaceKey("/P", page);
    field.replaceKey("/V", signature);
    auto indirect = file.makeIndirectObject(field);
    if (!page.hasKey("/Annots")) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
    page.getKey("/Annots").appendItem(indirect);
    auto form = QPDFObjectHandle::parse("<< /SigFlags 3 >>");
    auto fields = QPDFObjectHandle::newArray();
    fields.appendItem(indirect);
    form.replaceKey("/Fields", fields);
    file.getRoot().replaceKey("/AcroForm", form);
}

std::string prepared(std::string_view pdf, const SealWords& words)
{
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("paper", pdf.data(), pdf.size());
    if (file.getRoot().hasKey("/AcroForm") || file.getAllPages().empty())
        throw std::runtime_error("a paper with a form, or without a page, cannot be sealed");
    add_field(file, signature_of(file, words));
    return written_whole(file, pdf.size() + 3 * secrets::cms_bytes_max);
}

std::optional<std::string> message_in(std::string_view digits)
{
    auto bytes = base::unhex(digits);
    if (!bytes || base::hex(*bytes) != digits || bytes->size() < 4) return {};
    // The message says its own length in four bytes; nothing but zeros comes after it.
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>((*bytes)[at]); };
    if (byte(0) != 0x30 || byte(1) != 0x82) return {};
    const auto length = 4U + 256U * byte(2) + byte(3);
    if (length > bytes->size()) return {};
    if (bytes->find_first_not_of('\0', length) != std::string::npos) return {};
    bytes->resize(length);
    return bytes;
}

std::optional<base::Instant> time_in(std::string_view pdf, const Places& places)
{
    const auto at = pdf.find(time_start, places.end);
    if (at == std::string_view::npos) return {};
    const auto digits = pdf.substr(at + time_start.size(), time_digits);
    if (digits.size() != time_digits ||
        pdf.substr(at + time_start.size() + time_digits, time_end.size()) != time_end)
        return {};
    const auto part = [&](std::size_t from, std::size_t count) {
        return std::string{digits.substr(from, count)};
    };
    return base::parse_iso(part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) +
                           ":" + part(10, 2) + ":" + part(12, 2) + "Z");
}

} // namespace

secrets::CertifiedKey sealing_key(const secrets::Vault& vault)
{
    return secrets::CertifiedKey{vault.key_for("documents.seal")};
}

std::string sealed(std::string_view pdf, const secrets::CertifiedKey& key, const SealWords& words)
{
    auto made = prepared(pdf, words);
    const auto places = places_in(made);
    if (!places || !std::string_view{made}.substr(places->range).starts_with(range_room))
        throw std::runtime_error("a paper was not written as a seal needs it");
    made.replace(places->range, range_room.size(), range_words(*places, made.size()));
    const auto digits = base::hex(key.sign(covered_digest(made, *places)));
    made.replace(places->digits, digits.size(), digits);
    return made;
}

std::optional<Seal> seal_of(std::string_view pdf)
{
    const auto places = places_in(pdf);
    if (!places || pdf[places->digits - 1] != '<') return {};
    if (pdf.substr(places->range, range_room.size()) != range_words(*places, pdf.size())) return {};
    const auto message = message_in(pdf.substr(places->digits, digits_count));
    if (!message) return {};
    auto certificate = secrets::certificate_of_signer(*message, covered_digest(pdf, *places));
    const auto at = time_in(pdf, *places);
    if (!certificate || !at) return {};
    auto fingerprint = secrets::fingerprint_of(*certificate);
    return Seal{std::move(*certificate), std::move(fingerprint), *at};
}

} // namespace documents
