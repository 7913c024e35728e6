#include "kernel/base/text.hpp"
#include "kernel/documents/paper_judge_kit.hpp"
#include "kernel/documents/seal.hpp"
#include "kernel/files/test_files.hpp"

#include <doctest.h>

#include <random>

using namespace documents;

namespace
{

const secrets::CertifiedKey key{secrets::Key{std::string(32, 'k')}};
const SealWords words{.name = "Bâtiment Le Goff",
                      .reason = "Devis signé électroniquement",
                      .at = base::parse_iso("2026-11-22T10:30:05Z").value()};

std::string paper()
{
    Canvas canvas{about};
    canvas.write({.text = "Bon pour accord"}, 50, 50);
    canvas.next_page();
    canvas.write({.text = "seconde page"}, 50, 50);
    return archived(canvas.finish(), about);
}

const std::string& sealed_paper()
{
    static const auto made = sealed(paper(), key, words);
    return made;
}

/// What a program of the machine says of a file; its exit code comes last.
std::string said(const std::string& command, const test_support::TemporaryFolder& folder)
{
    const auto out = folder.path() / "said.txt";
    test_files::run(
        {"sh", "-c", "(" + command + "; echo \"ends with $?\") > " + out.string() + " 2>&1"});
    return test_files::read(out);
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

/// As a stranger reads them out of the file.
struct Extracted {
    std::string covered;
    std::string message;
};
Extracted extracted(const std::string& pdf)
{
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t rest = 0;
    REQUIRE(std::sscanf(pdf.c_str() + pdf.find("/ByteRange"), "/ByteRange [ 0 %zu %zu %zu", &from,
                        &to, &rest) == 3);
    REQUIRE(to + rest == pdf.size());
    return {pdf.substr(0, from) + pdf.substr(to),
            base::unhex(pdf.substr(from + 1, to - from - 2)).value()};
}

} // namespace

TEST_CASE("a sealed paper is PDF/A-3b still, and names who sealed it and when") // QUO-042
{
    const auto seal = seal_of(sealed_paper());
    REQUIRE(seal);
    CHECK(seal->certificate == key.certificate());
    CHECK(seal->fingerprint == secrets::fingerprint_of(key.certificate()));
    CHECK(seal->at == words.at);
    CHECK(faults_of(sealed_paper(), Has::seal) == std::set<std::string>{});
    CHECK(faults_of(sealed_paper()) != std::set<std::string>{});
}

TEST_CASE(
    "pdfsig finds the seal whole, over the whole file, and broken where a byte is not as it was")
{ // QUO-042
    const test_support::TemporaryFolder folder;
    const auto file = test_files::write(folder, "sealed.pdf", sealed_paper());
    const auto judged = said("pdfsig -nocert " + file.string(), folder);
    CHECK_MESSAGE(has(judged, "Signature Type: ETSI.CAdES.detached"), judged);
    CHECK_MESSAGE(has(judged, "Total document signed"), judged);
    CHECK_MESSAGE(has(judged, "Signature Validation: Signature is Valid."), judged);
    CHECK(has(judged, "Hash Algorithm: SHA-256"));
    CHECK(has(judged, "sceau de l"));

    auto changed = sealed_paper();
    changed[changed.find("/Reason") + 12] ^= 1;
    test_files::write(folder, "sealed.pdf", changed);
    CHECK_FALSE(has(said("pdfsig -nocert " + file.string(), folder), "Signature is Valid"));
}

TEST_CASE("openssl verifies the message on the ranges of the file, trusting that certificate alone")
{ // QUO-042
    const test_support::TemporaryFolder folder;
    const auto parts = extracted(sealed_paper());
    test_files::write(folder, "covered", parts.covered);
    test_files::write(folder, "message", parts.message);
    test_files::write(folder, "ours.der", key.certificate());
    test_files::write(folder, "other.der",
                      secrets::CertifiedKey{secrets::Key{std::string(32, 'o')}}.certificate());
    const auto verified = [&](const std::string& who) {
        const auto at = folder.path().string() + "/";
        return said("cd " + at + " && openssl x509 -inform DER -in " + who +
                        ".der -out trusted.pem && openssl cms -verify -cades -binary -inform DER "
                        "-in message -content covered -CAfile trusted.pem -out /dev/null",
                    folder);
    };
    const auto judged = verified("ours");
    CHECK_MESSAGE(has(judged, "ends with 0"), judged);
    CHECK_FALSE(has(verified("other"), "ends with 0"));
    test_files::write(folder, "covered", parts.covered + " ");
    CHECK_FALSE(has(verified("ours"), "ends with 0"));
}

TEST_CASE("a sealed paper with one byte changed, added or cut anywhere has no seal") // QUO-042
{
    std::mt19937 dice{20261122};
    auto changed = sealed_paper();
    std::vector<std::size_t> accepted;
    const auto around = changed.find("/ByteRange");
    for (std::size_t at = 0; at < changed.size(); ++at) {
        // All around the seal, and one in sixteen of the pages.
        const bool is_near = at + 200 > around && at < around + 4'600;
        if (!is_near && at % 16 != 0) continue;
        const char before = changed[at];
        changed[at] = static_cast<char>(static_cast<unsigned char>(before) ^ (1U << (dice() % 8)));
        if (seal_of(changed)) accepted.push_back(at);
        changed[at] = before;
    }
    CHECK(accepted == std::vector<std::size_t>{});
    CHECK_FALSE(seal_of(sealed_paper() + "\n"));
    CHECK_FALSE(seal_of(std::string_view{sealed_paper()}.substr(0, sealed_paper().size() - 1)));
    for (const auto size : {0UL, 10UL, around, around + 60, around + 3'000})
        CHECK_FALSE(seal_of(std::string_view{sealed_paper()}.substr(0, size)));
}

TEST_CASE("sealing gives the same bytes at the same instant, but for the signature")
{
    const auto again = sealed(paper(), key, words);
    REQUIRE(again.size() == sealed_paper().size());
    CHECK(extracted(again).covered == extracted(sealed_paper()).covered);
}

TEST_CASE("a paper has one seal, and what is no paper has none")
{
    CHECK_THROWS_AS(sealed(sealed_paper(), key, words), std::runtime_error);
    CHECK_THROWS_AS(sealed("%PDF-1.7 nothing", key, words), std::runtime_error);
    CHECK_FALSE(seal_of(paper()));
    CHECK_FALSE(seal_of(""));
}
