#include "kernel/documents/bundle.hpp"
#include "kernel/documents/seal.hpp"
#include "kernel/files/test_files.hpp"
#include "modules/signatures/desk_test_kit.hpp"
#include "modules/signatures/signature_store.hpp"

using namespace signatures_test;
using paper_desk::paper;
using signatures::Method;
using tenancy::WorkspaceTransaction;

namespace
{

const std::string scrawl =
    R"([{"kind":"line","points":[[0.1,0.5],[0.4,0.2],[0.8,0.7]]},{"kind":"line","points":[[0.2,0.9],[0.21,0.9]]}])";

std::string words_of(const std::string& pdf)
{
    const test_support::TemporaryFolder folder;
    const auto file = test_files::write(folder, "paper.pdf", pdf);
    const auto text = folder.path() / "paper.txt";
    test_files::run({"pdftotext", "-layout", file.string(), text.string()});
    return test_files::read(text);
}

std::string signed_pdf_of(Firm& firm)
{
    const auto answer = firm.lea.browser.get(firm.path_of(firm.signature(), "/document.pdf"));
    REQUIRE(answer.status == 200);
    return answer.file ? test_files::read(answer.file->path) : answer.body;
}

} // namespace

TEST_CASE_ENGINES("a typed name signs the very bytes that were shown, and the paper says so")
{ // QUO-040, QUO-042, QUO-043
    Firm firm{engine};
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 303);
    const auto made = firm.signature();
    CHECK(made.signer_name == "Odile Bescond");
    CHECK(made.signer_email == "odile@client.example");
    CHECK(made.method == Method::typed_name);
    CHECK(made.address == "203.0.113.7");
    CHECK(made.number == "D-2026-0042");
    CHECK(made.shown_sha256 == base::hex(base::sha256(paper_desk::shown().pdf)));
    CHECK_FALSE(made.recorded_by);
    CHECK(paper().accepted == std::vector<std::string>{"Odile Bescond"});

    const auto pdf = signed_pdf_of(firm);
    CHECK(base::hex(base::sha256(pdf)) == made.signed_sha256);
    CHECK(documents::attachment_in(pdf, "document-presente.pdf") == paper_desk::shown().pdf);
    const auto seal = documents::seal_of(pdf);
    REQUIRE(seal);
    CHECK(seal->certificate == documents::sealing_key(firm.world.site().vault()).certificate());
    const auto words = words_of(pdf);
    for (const auto& part : {std::string{"12 450,00"}, std::string{"Signé électroniquement le"},
                             std::string{"Odile Bescond"}, std::string{"Europe/Paris"}})
        CHECK_MESSAGE(holds(words, part), words);
    CHECK(holds(words, made.shown_sha256.substr(0, 40)));
}

TEST_CASE("a document that changed since it was shown is not signed, and nothing is written")
{ // QUO-046
    Firm firm{db::Engine::Sqlite};
    const auto typed = firm.typed();
    paper().words = "Extension bois : 1 245,00 €";
    const auto answer = firm.odile.post(paper_desk::path, typed);
    CHECK(answer.status == 409);
    CHECK(holds(answer.body, "Ce document a changé."));
    CHECK(holds(answer.body, "Odile Bescond"));
    CHECK(firm.journal().empty());
    CHECK(paper().accepted.empty());
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 303);
}

TEST_CASE("without a name, a box ticked or a drawing nothing is signed, and each is said")
{ // QUO-041
    Firm firm{db::Engine::Sqlite};
    auto answer =
        firm.odile.post(paper_desk::path, {{"shown", firm.hash_shown()}, {"how", "drawing"}});
    CHECK(answer.status == 422);
    CHECK(holds(answer.body, "Dessinez votre signature"));
    for (const std::string drawn :
         {"[]", "no drawing", R"([{"kind":"circle","points":[[0,0],[1,1]]}])"}) {
        auto typed = firm.typed("drawing");
        typed.emplace_back("drawn", drawn);
        CHECK(firm.odile.post(paper_desk::path, typed).status == 422);
    }
    CHECK(firm.odile.post_files(paper_desk::path, firm.typed("image"), {}).status == 422);
    CHECK(firm.odile.post(paper_desk::path, firm.typed("workshop_scan")).status == 422);
    CHECK(firm.journal().empty());
}

TEST_CASE_ENGINES("what was drawn signs, and its hash is in the journal") // QUO-040
{
    Firm firm{engine};
    auto typed = firm.typed("drawing");
    typed.emplace_back("drawn", scrawl);
    CHECK(firm.odile.post(paper_desk::path, typed).status == 303);
    const auto made = firm.signature();
    CHECK(made.method == Method::drawing);
    CHECK(made.mark_sha256.size() == 64);
    CHECK(documents::seal_of(signed_pdf_of(firm)));
}

TEST_CASE("a picture signs; another kind of file, or too large a one, does not") // QUO-040
{
    Firm firm{db::Engine::Sqlite};
    const auto sent = [&](const std::string& bytes) {
        return firm.odile
            .post_files(paper_desk::path, firm.typed("image"),
                        {{.name = "signature.png", .bytes = bytes, .field = "image"}})
            .status;
    };
    CHECK(sent("%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n") == 422);
    CHECK(sent(test_files::png() + std::string(2'000'000, '\0')) == 422);
    CHECK(sent(test_files::png().substr(0, 40)) == 422);
    CHECK(firm.journal().empty());
    const test_support::TemporaryFolder folder;
    const auto file = folder.path() / "signature.png";
    test_files::run({"vips", "black", file.string(), "300", "100"});
    CHECK(sent(test_files::read(file)) == 303);
    CHECK(firm.signature().method == Method::image);
    CHECK(documents::seal_of(signed_pdf_of(firm)));
}

TEST_CASE_ENGINES("a version is signed once; what the other module refuses undoes all")
{ // QUO-046
    Firm firm{engine};
    paper().is_refused = true;
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 422);
    CHECK(firm.journal().empty());
    paper().is_refused = false;
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 303);
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 409);
    paper().version = 2;
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 303);
    CHECK(firm.journal().size() == 2);
    CHECK(paper().accepted.size() == 2);
}

TEST_CASE_ENGINES("another key that says no is a fault, and never « already signed »")
{ // QUO-046
    Firm firm{engine};
    paper().is_clashing = true;
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 500);
    CHECK(firm.journal().empty());
    paper().is_clashing = false;
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 303);
}

TEST_CASE_ENGINES("the journal is only added to: no statement changes or deletes a signature")
{ // QUO-043
    Firm firm{engine};
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 303);
    constexpr db::Query change{"test.change", R"sql(
        UPDATE signatures_signature SET signer_name = 'Autre' WHERE workspace_id = :workspace
    )sql"};
    constexpr db::Query removal{"test.remove", R"sql(
        DELETE FROM signatures_signature WHERE workspace_id = :workspace
    )sql"};
    for (const auto& query : {change, removal})
        CHECK_THROWS(firm.context().write([&](WorkspaceTransaction& tx) { tx.execute(query); }));
    CHECK(firm.signature().signer_name == "Odile Bescond");
}

TEST_CASE_ENGINES("the team records what was signed on paper: a file is required, its author named")
{ // QUO-044
    Firm firm{engine};
    const Typed typed{{"signer_name", "Odile Bescond"}, {"shown", firm.hash_shown()}};
    const Sent scan{.name = "scan.pdf", .bytes = paper_desk::shown().pdf, .field = "scan"};
    CHECK(firm.malik.browser.post_files(paper_desk::scan_path, typed, {scan}).status == 403);
    CHECK(firm.lea.browser.post_files(paper_desk::scan_path, typed, {}).status == 422);
    CHECK(firm.lea.browser.post_files(paper_desk::scan_path, typed, {scan}).status == 303);
    const auto made = firm.signature();
    CHECK(made.method == Method::workshop_scan);
    CHECK(made.recorded_by == firm.lea.membership);
    const auto pdf = signed_pdf_of(firm);
    CHECK(documents::attachment_in(pdf, "scan.pdf") == scan.bytes);
    CHECK(holds(words_of(pdf), "par Lea Riou"));
}
