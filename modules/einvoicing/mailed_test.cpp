#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/mail/intake.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/einvoicing/erasure_listeners.hpp"
#include "modules/einvoicing/mail_address_actions.hpp"
#include "modules/einvoicing/mailed_actions.hpp"
#include "modules/einvoicing/reception_test_kit.hpp"

using namespace einvoicing_test;
using einvoicing::ReceptionState;
using mail::Taken;

namespace
{

constexpr const char* own_page = "/e/charpentes/reglages/factures-par-courriel";
constexpr const char* sorting = "/e/charpentes/factures-recues/a-trier";
constexpr std::string_view logo =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==";

struct Attached {
    std::string name;
    std::string bytes;
};

std::string attached(const Attached& file)
{
    return "--m\r\nContent-Type: application/octet-stream; name=\"" + file.name +
           "\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
           base::base64(file.bytes) + "\r\n";
}

/// A builder whose mailbox is connected, by a test message as an admin does; nobody has tickets.
struct Mailroom {
    explicit Mailroom(db::Engine engine) : office(engine)
    {
        auto firm = house();
        firm.write([](WorkspaceTransaction& tx) {
            mail::save_mailbox(tx, "bureau@charpentes.example", "");
            mail::check_mailbox(tx);
        });
        const auto test = firm.read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        REQUIRE(take(letter("bureau@charpentes.example", "Essai", {}), test.front().to_email) ==
                Taken::kept);
    }
    tenancy::Context house() { return office.world.context(office.firm, tenancy::Actor::system()); }
    std::string address()
    {
        return house().read([](WorkspaceTransaction& tx) { return einvoicing::mail_address(tx); });
    }
    /// As the page makes it.
    std::string open_address()
    {
        REQUIRE(office.lea.browser.post(own_page).status == 303);
        return address();
    }
    static std::string letter(const std::string& from, const std::string& subject,
                              const std::vector<Attached>& files, const std::string& headers = {})
    {
        std::string parts;
        for (const auto& file : files)
            parts += attached(file);
        return "From: Le Fournil <" + from +
               ">\r\nTo: bureau@charpentes.example\r\nSubject: " + subject + "\r\n" + headers +
               "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n"
               "--m\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour, voici <la> "
               "facture.\r\n" +
               parts + "--m--\r\n";
    }
    Taken take(const std::string& bytes, const std::string& to,
               std::optional<std::string> from = "compta@fournil.example")
    {
        auto firm = house();
        const auto taken = mail::deliver(firm, {.bytes = bytes, .to = to, .from = std::move(from)});
        office.world.run_jobs();
        return taken;
    }
    Taken send(const std::string& subject, const std::vector<Attached>& files,
               const std::string& headers = {})
    {
        return take(letter("compta@fournil.example", subject, files, headers), address());
    }
    /// Of its original.
    std::string text_of(const einvoicing::Reception& reception)
    {
        const auto file = house().read(
            [&](WorkspaceTransaction& tx) { return files::find(tx, reception.file_id.value()); });
        const files::FileBytes bytes{
            *files::storage().fetch({office.firm.id, file.value().sha256})};
        return bytes.read(0, bytes.size());
    }
    std::size_t mails()
    {
        return house().read([](WorkspaceTransaction& tx) { return mail::recent(tx); }).size();
    }

    Office office;
};

} // namespace

TEST_CASE_ENGINES("an invoice that comes by e-mail becomes a supplier invoice, each file by itself")
{
    Mailroom room{engine}; // INV-056
    const auto mails = room.mails();
    const auto to = room.open_address();
    REQUIRE(to.starts_with("bureau+"));
    CHECK(room.send("Deux factures", {{"facture.pdf", paper("F-1")},
                                      {"facture.xml", ubl("F-2")},
                                      {"abîmé.pdf", "%PDF-1.7 et rien de plus"},
                                      {"logo.png", base::unbase64(logo).value()},
                                      {"smime.p7s", "\x30\x82\x01\x02"}}) == Taken::kept);
    const auto invoices = room.office.invoices();
    REQUIRE(invoices.size() == 2);
    for (const auto& one : invoices)
        CHECK(one.state == einvoicing::InvoiceState::to_check);
    const auto unread = room.office.in_state(ReceptionState::quarantined);
    REQUIRE(unread.size() == 1);
    CHECK(unread.front().sender == "compta@fournil.example");
    CHECK(unread.front().origin == einvoicing::Origin::email);
    const auto page = room.office.lea.browser.get(sorting);
    CHECK(holds(page, "Ce PDF ne s’ouvre pas"));
    CHECK(holds(page, "compta@fournil.example"));
    CHECK(room.mails() == mails); // nothing is answered
    const auto original = room.office.lea.browser.get(room.office.page_of(invoices.front()));
    CHECK(holds(original, "Télécharger"));
}

TEST_CASE_ENGINES("a file that is mailed twice is received once, and again once it was put away")
{
    Mailroom room{engine}; // INV-056
    room.open_address();
    const std::vector<Attached> files{{"a.xml", ubl("F-1")}, {"b.xml", "<?xml ?><invoice"}};
    CHECK(room.send("Une", files) == Taken::kept);
    CHECK(room.send("Une", files) == Taken::kept); // its server was not sure
    CHECK(room.send("Rappel", {files[0], files[0]}) == Taken::kept);
    CHECK(room.office.invoices().size() == 1);
    CHECK(room.office.in_state(ReceptionState::repeated).empty());
    const auto unread = room.office.in_state(ReceptionState::quarantined);
    REQUIRE(unread.size() == 1);
    const auto away = std::string{sorting} + "/" + unread.front().id.text() + "/retrait";
    CHECK(room.office.lea.browser.post(away).status == 303);
    CHECK(room.send("Encore", {files[1]}) == Taken::kept);
    CHECK(room.office.in_state(ReceptionState::quarantined).size() == 1);
}

TEST_CASE_ENGINES("a message without an invoice is kept as a text and told, a bounce is neither")
{
    Mailroom room{engine}; // INV-056
    room.open_address();
    CHECK(room.send("Votre facture est en ligne", {}, "Auto-Submitted: auto-generated\r\n") ==
          Taken::kept);
    CHECK(room.send("Programme", {{"outil.exe", "MZ\x90"}}) == Taken::kept);
    CHECK(room.take(room.letter("mailer-daemon@fournil.example", "Undelivered", {}), room.address(),
                    "") == Taken::kept);
    const auto unread = room.office.in_state(ReceptionState::quarantined);
    REQUIRE(unread.size() == 2);
    const auto page = room.office.lea.browser.get(sorting);
    CHECK(holds(page, "ne porte aucune facture"));
    CHECK(holds(page, "outil.exe"));
    const auto text = room.text_of(unread.back());
    CHECK(text.find("Votre facture est en ligne") != std::string::npos);
    CHECK(text.find("voici ‹la> facture") != std::string::npos);
}

TEST_CASE_ENGINES("what may be the invoice itself is never taken for what goes along with one")
{
    Mailroom room{engine}; // INV-056
    room.open_address();
    const auto photo = base::unbase64(logo).value() + std::string(200'000, '\0');
    CHECK(room.send("Photo", {{"conditions.xml", ubl("F-1")}, {"photo.png", photo}}) ==
          Taken::kept);
    CHECK(room.send("Chiffré", {{"smime.p7m", "\x30\x80\x06\x09"}}) == Taken::kept);
    const auto page = room.office.lea.browser.get(sorting);
    CHECK(holds(page, "photo.png"));
    CHECK(holds(page, "smime.p7m"));
}

TEST_CASE_ENGINES("a message that was kept as a text is not read again as an invoice")
{
    Mailroom room{engine}; // INV-056
    room.open_address();
    CHECK(room.send("Bonjour", {}) == Taken::kept);
    const auto unread = room.office.in_state(ReceptionState::quarantined);
    REQUIRE(unread.size() == 1);
    CHECK_FALSE(holds(room.office.lea.browser.get(sorting), "Relire"));
    const auto again = std::string{sorting} + "/" + unread.front().id.text() + "/relecture";
    CHECK(room.office.lea.browser.post(again).status == 422);
    CHECK(room.office.in_state(ReceptionState::quarantined).size() == 1);
}

TEST_CASE_ENGINES("an address that leaked is changed: the one before sends back what comes to it")
{
    Mailroom room{engine}; // INV-056
    CHECK(room.office.lea.browser.get(own_page).status == 200);
    CHECK(room.office.malik.browser.post(own_page).status == 403);
    const auto first = room.open_address();
    CHECK(holds(room.office.lea.browser.get(list_page), first));
    const auto second = room.open_address();
    CHECK(first != second);
    const auto letter = room.letter("compta@fournil.example", "x", {{"a.xml", ubl("F-1")}});
    CHECK(room.take(letter, first) == Taken::no_mailbox);
    CHECK(room.office.invoices().empty());
    CHECK(room.take(letter, second) == Taken::kept);
    CHECK(room.office.invoices().size() == 1);
    CHECK(room.office.lea.browser.post(std::string{own_page} + "/arret").status == 303);
    CHECK(room.take(letter, second) == Taken::no_mailbox);
    // Nobody has tickets here: what names no address would wait where nobody looks.
    CHECK(room.take(letter, "bureau@charpentes.example") == Taken::no_mailbox);
    CHECK(room.take(letter, "autre@charpentes.example") == Taken::no_mailbox);
}

TEST_CASE_ENGINES(
    "without a mailbox no address is made, and the page leads to where one is connected")
{
    Office office{engine}; // INV-056
    CHECK(holds(office.lea.browser.get(own_page), "Aucune boîte de réception"));
    CHECK(office.lea.browser.post(own_page).status == 422);
}

TEST_CASE_ENGINES("beyond what an hour takes, mail servers are asked to come again")
{
    Mailroom room{engine}; // INV-056
    room.open_address();
    room.office.house().write([](WorkspaceTransaction& tx) {
        for (std::int64_t i = 0; i < einvoicing::mailed_max; ++i)
            einvoicing::ReceptionStore{tx}.insert({.id = tx.make_id<einvoicing::ReceptionId>(),
                                                   .name = "a.xml",
                                                   .file_id = {},
                                                   .fingerprint = std::to_string(i),
                                                   .origin = einvoicing::Origin::email,
                                                   .flow = {},
                                                   .sender = {},
                                                   .state = ReceptionState::understood,
                                                   .why = {},
                                                   .why_value = {},
                                                   .invoice_id = {},
                                                   .received_by = {},
                                                   .received_at = base::now()});
    });
    CHECK(room.send("De trop", {{"a.xml", ubl("F-1")}}) == Taken::later);
    base::set_test_clock("+2h");
    CHECK(room.send("De trop", {{"a.xml", ubl("F-1")}}) == Taken::kept);
    base::set_test_clock("+0s");
    CHECK(room.office.invoices().size() == 1);
}

TEST_CASE_ENGINES(
    "who is erased is forgotten as the sender, and what he wrote without an invoice goes")
{
    Mailroom room{engine}; // INV-056 AUD-030
    room.open_address();
    CHECK(room.send("Bonjour", {}) == Taken::kept);
    CHECK(room.send("Facture", {{"a.xml", ubl("F-1")}, {"b.xml", "<?xml ?><invoice"}}) ==
          Taken::kept);
    REQUIRE(room.office.in_state(ReceptionState::quarantined).size() == 2);
    room.office.house().write([](WorkspaceTransaction& tx) {
        einvoicing::on_person_erased(
            tx, {.membership = {}, .email = "Compta@fournil.example", .name = "Personne effacée"});
    });
    const auto left = room.office.in_state(ReceptionState::quarantined);
    REQUIRE(left.size() == 1);
    CHECK(left.front().sender.empty());
    CHECK_FALSE(holds(room.office.lea.browser.get(sorting), "compta@fournil.example"));
    CHECK(room.office.invoices().size() == 1);
}
