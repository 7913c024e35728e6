#include "modules/billing/document_test_kit.hpp"
#include "modules/invoices/e_document.hpp"
#include "modules/invoices/issued_paper_actions.hpp"
#include "modules/ledger/ledger_store.hpp"
#include "tests/amounts/printed.hpp"
#include "tests/books/books_test_kit.hpp"

#include <boost/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

/// Invoices, deposits, balances and credit notes by dice, sold through the front doors of a
/// business on a database of its own, each in every form it takes; forms.py compares them. A line
/// of JSON each: what was typed, the frozen figures, the page, the paper's sums, CII and UBL; then
/// the records of the chain and the file of the tax office. ETABLI_FORMS_SEED and
/// ETABLI_FORMS_DOCUMENTS say which; one in papers_every is drawn, as
/// ETABLI_FORMS_FOLDER/NUMBER.pdf.
namespace
{

using namespace books_test;
using billing_kit::Dice;
using invoices::Share;
using sale_documents::SizeKind;

constexpr int ledger_records_max = 100'000;
constexpr std::int64_t papers_every = 50;

std::string asked_for(const char* name)
{
    const char* typed = std::getenv(name);
    REQUIRE_MESSAGE(typed != nullptr, name);
    return typed;
}

Line any_line(Dice& dice)
{
    constexpr std::array taxes{"tva20",  "tva20",  "tva20", "tva10",   "tva10",
                               "tva5_5", "tva2_1", "tva0",  "training"};
    Line line{.kind = dice.one_in(12) ? sale_documents::LineKind::option
                                      : sale_documents::LineKind::line,
              .name = "Montage & réglage",
              .quantity = {dice.of_any_size(7) + 1},
              .unit_price = {dice.of_any_size(8)},
              .discount = {dice.one_in(5) ? dice.between(0, 1'000'000) : 0},
              .tax = taxes.at(static_cast<std::size_t>(dice.below(taxes.size())))};
    if (dice.one_in(2)) line.quantity.value = dice.between(1, 20) * base::one_whole;
    line.is_ticked = dice.one_in(2);
    return line;
}

std::vector<Line> any_lines(Dice& dice)
{
    std::vector<Line> lines;
    for (auto left = dice.one_in(50) ? 60 : dice.between(1, 8); left > 0; --left)
        lines.push_back(any_line(dice));
    return lines;
}

sale_documents::Terms any_terms(Dice& dice)
{
    sale_documents::Terms terms;
    if (dice.one_in(3)) terms.prices = sale_documents::TypedPrices::gross;
    if (dice.one_in(4))
        terms.discount = {SizeKind::percent, dice.between(1, 500'000)};
    else if (dice.one_in(6))
        terms.discount = {SizeKind::amount, dice.of_any_size(4) + 1};
    return terms;
}

/// As billing reads it; only for the oracle, which counts it by its own rules.
billing::Document typed_document(const std::vector<Line>& lines, const sale_documents::Terms& terms)
{
    billing::Document document;
    if (terms.prices == sale_documents::TypedPrices::gross)
        document.prices = billing::Prices::gross;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool is_left =
            lines[i].kind == sale_documents::LineKind::option && !lines[i].is_ticked;
        document.lines.push_back(
            {.key = static_cast<std::int64_t>(i) + 1,
             .quantity = lines[i].quantity,
             .unit_price = lines[i].unit_price,
             .discount = lines[i].discount,
             .treatment = billing::find_tax_choice(lines[i].tax)->treatment,
             .presence = is_left ? billing::Presence::proposed : billing::Presence::counted});
    }
    const auto& discount = terms.discount;
    if (discount.kind == SizeKind::percent)
        document.adjustments.push_back({.size = base::Rate{discount.size}, .treatment = {}});
    if (discount.kind == SizeKind::amount)
        document.adjustments.push_back({.size = Cents{discount.size}, .treatment = {}});
    return document;
}

std::string text(std::string_view words)
{
    return boost::json::serialize(boost::json::string{words});
}

/// What the paper says it comes to, line by line.
std::string sums_of(const documents::Document& paper)
{
    std::string all;
    for (const auto& block : paper.body)
        if (const auto* sums = std::get_if<documents::Sums>(&block))
            for (const auto& sum : sums->sums)
                all += (all.empty() ? "[" : ",[") + text(sum.label) + ',' + text(sum.value) + ']';
    return '[' + all + ']';
}

/// The card of the page that says it, as it is sent.
std::string card_of(const http::Response& page)
{
    REQUIRE(page.status == 200);
    const auto first = page.body.find("id=\"sums\"");
    REQUIRE(first != std::string::npos);
    return page.body.substr(first, page.body.find("</section>", first) - first);
}

struct Sales {
    Sales(std::uint64_t seed, std::filesystem::path for_papers)
        : dice(seed), folder(std::move(for_papers))
    {
        const auto company = books.write([](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::company,
                                        .company_name = "Pâtisserie Noël",
                                        .email = "compta@noel.example",
                                        .billing_address = "3 place de la République",
                                        .billing_postal_code = "75011",
                                        .billing_city = "Paris"});
        });
        books.clients.push_back(company);
    }
    ClientId any_client()
    {
        return books.clients.at(static_cast<std::size_t>(dice.below(std::ssize(books.clients))));
    }
    void print(InvoiceId id, const std::string& typed)
    {
        const auto paper =
            books.read([&](WorkspaceTransaction& tx) { return invoices::issued_paper(tx, id); });
        const auto preceding = books.read(
            [&](WorkspaceTransaction& tx) { return invoices::preceding_of(tx, paper.invoice); });
        const auto electronic = invoices::e_document({.invoice = paper.invoice,
                                                      .lines = paper.lines,
                                                      .figures = *paper.counted.figures,
                                                      .parties = paper.parties,
                                                      .buyer = paper.buyer,
                                                      .terms = paper.terms,
                                                      .preceding = preceding,
                                                      .quote = paper.quote_number});
        const auto page = books.lea.browser.get("/e/charpentes/factures/" + id.text());
        const auto document = invoices::paper_of(paper);
        if (printed % papers_every == 0)
            std::ofstream{folder / (paper.invoice.number + ".pdf"), std::ios::binary}
                << einvoice::paper_of(document, electronic);
        const auto& quote = paper.invoice.quote_id;
        std::printf("{\"number\":%s,\"kind\":%s,\"quote\":\"%s\",\"document\":%s,\"figures\":%s,"
                    "\"page\":%s,\"paper\":%s,\"cii\":%s,\"ubl\":%s}\n",
                    text(paper.invoice.number).c_str(),
                    text(forms::enum_name(paper.invoice.kind)).c_str(),
                    quote ? quote->text().c_str() : "", typed.c_str(),
                    billing::frozen(*paper.counted.figures).c_str(), text(card_of(page)).c_str(),
                    sums_of(document).c_str(), text(einvoice::cii_of(electronic)).c_str(),
                    text(einvoice::ubl_of(electronic)).c_str());
        ++printed;
    }
    InvoiceId invoice(const std::vector<Line>& lines, const sale_documents::Terms& terms)
    {
        const auto client = any_client();
        const auto id = books.write([&](WorkspaceTransaction& tx) {
            const auto started =
                invoices::start_invoice(tx, {.client_id = client, .title = "Extension"});
            auto draft = invoices::invoice_by_id(tx, started);
            draft.nature = static_cast<invoices::Nature>(dice.below(3));
            draft.prices = terms.prices;
            draft.discount_kind = terms.discount.kind;
            draft.discount_size = terms.discount.size;
            invoices::save_invoice(tx, draft, lines, draft.version);
            if (client == books.clients.back())
                invoices::save_buyer(tx, started, "552100554", "FR96552100554");
            return started;
        });
        return books.issue(id);
    }
    void sell_alone()
    {
        const auto lines = any_lines(dice);
        const auto terms = any_terms(dice);
        const auto id = invoice(lines, terms);
        print(id, printed_amounts::text_of(typed_document(lines, terms)));
        if (dice.one_in(4)) take_back(id);
    }
    void sell_by_quote()
    {
        const auto lines = any_lines(dice);
        const auto quote = books.accepted(books.aurore(), lines);
        std::vector<InvoiceId> parts;
        for (auto left = dice.between(1, 2); left > 0; --left)
            parts.push_back(books.of_quote(quote, Share::deposit, {dice.of_any_size(5) + 1}));
        for (const auto part : parts)
            print(part, "null");
        parts.push_back(books.of_quote(quote, Share::balance));
        print(parts.back(), printed_amounts::text_of(typed_document(lines, {})));
        if (dice.one_in(4)) take_back(parts.back());
    }
    void take_back(InvoiceId id)
    {
        const auto due = books.facts(id).balance.due;
        if (due <= Cents{}) return;
        const auto asked = dice.one_in(2) ? std::optional<Cents>{}
                                          : std::optional<Cents>{{dice.between(1, due.value)}};
        print(books.credit(id, asked), "null");
    }
    /// What business refuses (nothing to ask, too much taken off) is no test of forms.
    void sell()
    {
        try {
            dice.one_in(5) ? sell_by_quote() : sell_alone();
        } catch (const base::Refusal&) {
            ++refused;
        }
    }
    void print_books()
    {
        const auto records = books.read([](WorkspaceTransaction& tx) {
            return ledger::LedgerStore{tx}.after(0, ledger_records_max);
        });
        std::string chain;
        for (const auto& record : records)
            if (record.family == "money") chain += (chain.empty() ? "" : ",") + record.payload;
        std::string file;
        accounting::FecWriter writer{accounting::Charset::utf8,
                                     [&](std::string_view piece) { file += piece; }};
        for (const auto& entry : books.entries())
            writer.write(entry);
        std::printf("{\"chain\":[%s],\"fec\":%s,\"refused\":%lld}\n", chain.c_str(),
                    text(file).c_str(), static_cast<long long>(refused));
    }

    Dice dice;
    std::filesystem::path folder;
    Books books{db::Engine::Sqlite};
    std::int64_t printed = 0;
    std::int64_t refused = 0;
};

} // namespace

TEST_CASE("documents in every form")
{
    const auto asked = std::stoll(asked_for("ETABLI_FORMS_DOCUMENTS"));
    Sales sales{std::stoull(asked_for("ETABLI_FORMS_SEED")), asked_for("ETABLI_FORMS_FOLDER")};
    while (sales.printed < asked)
        sales.sell();
    sales.print_books();
}
