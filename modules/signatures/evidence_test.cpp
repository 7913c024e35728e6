#include "kernel/base/clock.hpp"
#include "kernel/documents/seal.hpp"
#include "kernel/files/test_files.hpp"
#include "kernel/secrets/sealed_statement.hpp"
#include "modules/signatures/desk_test_kit.hpp"
#include "modules/signatures/evidence.hpp"
#include "modules/signatures/evidence_check.hpp"
#include "modules/signatures/statement.hpp"

#include <random>

using namespace signatures_test;
using signatures::Handed;
using signatures::judge;

namespace
{

const secrets::CertifiedKey key{secrets::Key{std::string(32, 'k')}};

signatures::Signature example()
{
    signatures::Signature made{.kind = "quote",
                               .document = 42,
                               .version = 1,
                               .number = "D-2026-0042",
                               .title = "Devis D-2026-0042",
                               .shown_sha256 = std::string(64, 'a'),
                               .signer_name = "Anaïs Le Goff",
                               .signer_email = "anais@client.example",
                               .signed_at = base::parse_iso("2026-11-22T10:30:05Z").value(),
                               .address = "203.0.113.7",
                               .signed_sha256 = std::string(64, 'b')};
    made.statement = secrets::sealed_statement(
        statement_of(made, {.business = "Charpentes du Ponant", .time_zone = "Europe/Paris"}), key);
    return made;
}

std::string pdf_of(const signatures::Signature& signature)
{
    return signatures::evidence_pdf({.signature = signature,
                                     .business = "Charpentes du Ponant",
                                     .time_zone = "Europe/Paris",
                                     .made_at = signature.signed_at},
                                    key);
}

std::string all_of(const signatures::Verdict& verdict)
{
    return base::join(verdict.lines, "\n");
}

/// Where a byte changed and the evidence was still accepted.
std::vector<std::size_t> accepted_changes(std::string bytes, std::size_t every)
{
    std::mt19937 dice{20261122};
    std::vector<std::size_t> accepted;
    for (std::size_t at = dice() % every; at < bytes.size(); at += 1 + dice() % (2 * every - 1)) {
        const char before = bytes[at];
        bytes[at] = static_cast<char>(static_cast<unsigned char>(before) ^ (1U << (dice() % 8)));
        if (judge({{"preuve", bytes}}, {}).holds) accepted.push_back(at);
        bytes[at] = before;
    }
    return accepted;
}

} // namespace

TEST_CASE("evidence says who signed what, when and how, and whose seal to compare") // QUO-043
{
    const auto made = example();
    const auto verdict = judge({{"preuve.pdf", pdf_of(made)}, {"preuve.json", made.statement}}, {});
    CHECK_MESSAGE(verdict.holds, all_of(verdict));
    for (const std::string part : {"Anaïs Le Goff", "Devis D-2026-0042", "Charpentes du Ponant",
                                   "2026-11-22T10:30:05", "Europe/Paris"})
        CHECK_MESSAGE(holds(all_of(verdict), part), all_of(verdict));
    const auto fingerprint =
        secrets::readable_fingerprint(secrets::fingerprint_of(key.certificate()));
    CHECK(holds(all_of(verdict), fingerprint));
    CHECK(judge({{"preuve.json", made.statement}}, fingerprint).holds);
    CHECK_FALSE(judge({{"preuve.json", made.statement}}, "AB:CD").holds);
}

TEST_CASE("evidence with one byte changed proves nothing, JSON or PDF") // QUO-043
{
    const auto made = example();
    CHECK(accepted_changes(made.statement, 1) == std::vector<std::size_t>{});
    CHECK(accepted_changes(pdf_of(made), 12) == std::vector<std::size_t>{});
    CHECK_FALSE(judge({}, {}).holds);
    CHECK_FALSE(judge({{"vide", ""}}, {}).holds);
}

TEST_CASE("evidence of another signature, or by another key, does not go with it")
{ // QUO-043
    const auto made = example();
    auto other = example();
    other.signer_name = "Autre Personne";
    const auto about = signatures::Circumstances{.business = "Charpentes du Ponant"};
    other.statement = secrets::sealed_statement(statement_of(other, about), key);
    CHECK_FALSE(judge({{"a.pdf", pdf_of(made)}, {"b.json", other.statement}}, {}).holds);
    const secrets::CertifiedKey stranger{secrets::Key{std::string(32, 'z')}};
    other.statement = secrets::sealed_statement(statement_of(made, about), stranger);
    CHECK_FALSE(judge({{"a.pdf", pdf_of(made)}, {"b.json", other.statement}}, {}).holds);
}

TEST_CASE_ENGINES("what the product hands over is verified by who has only the files")
{ // QUO-042, QUO-043
    Firm firm{engine};
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 303);
    const auto made = firm.signature();
    const auto got = [&](const std::string& end) {
        const auto answer = firm.lea.browser.get(firm.path_of(made, end));
        return Handed{end, answer.file ? test_files::read(answer.file->path) : answer.body};
    };
    const auto paper = got("/document.pdf");
    const auto verdict = judge({got("/preuve.pdf"), got("/preuve.json"), paper}, {});
    CHECK_MESSAGE(verdict.holds, all_of(verdict));
    CHECK(holds(all_of(verdict), "c’est bien le document signé"));
    CHECK(holds(all_of(verdict), "inchangé"));
    CHECK_FALSE(judge({got("/preuve.json"), {"autre.pdf", pdf_of(example())}}, {}).holds);
    CHECK(judge({paper}, {}).holds);
}
