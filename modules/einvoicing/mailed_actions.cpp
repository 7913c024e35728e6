#include "modules/einvoicing/mailed_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/written_file.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/log/log.hpp"
#include "modules/einvoicing/mail_address_actions.hpp"
#include "modules/einvoicing/original.hpp"
#include "modules/einvoicing/reception_actions.hpp"
#include "modules/einvoicing/reception_store.hpp"

#include <algorithm>
#include <array>
#include <exception>

namespace einvoicing
{
namespace
{

using mail::Taken;
using tenancy::WorkspaceTransaction;

/// Signatures, cards and appointments that go along with a message.
constexpr std::array<std::string_view, 5> companions{".p7s", ".asc", ".sig", ".vcf", ".ics"};
/// A logo is smaller; an invoice that somebody photographed is not.
constexpr std::int64_t logo_bytes_max = 100'000;

/// A file of a message on disk, as receptions read it.
struct Part {
    files::WrittenFile written;
    Offer offer;
    enum class Use { invoice, picture, along, other } use = Use::other;
};

Part::Use use_of(const files::Offered& file)
{
    const auto name = base::lower_ascii(file.name);
    if (std::ranges::any_of(companions, [&](std::string_view end) { return name.ends_with(end); }))
        return Part::Use::along;
    const auto verdict = judged(file);
    const auto* taken = std::get_if<files::Taken>(&verdict);
    if (taken == nullptr) return Part::Use::other;
    if (taken->content.kind == files::Kind::image) return Part::Use::picture;
    const bool may_be_one =
        taken->content.type == "application/pdf" || taken->content.type == "text/xml";
    return may_be_one ? Part::Use::invoice : Part::Use::other;
}

Part part_of(const std::string& name, const std::string& bytes, const std::string& sender)
{
    files::WrittenFile written{bytes};
    Offer offer{.file = {.name = name,
                         .content = written.path(),
                         .bytes = static_cast<std::int64_t>(bytes.size()),
                         .upload = {}},
                .origin = Origin::email,
                .flow = {},
                .sender = base::lower_ascii(sender),
                .fingerprint = base::hex(base::sha256(bytes))};
    const auto use = use_of(offer.file);
    return {.written = std::move(written), .offer = std::move(offer), .use = use};
}

std::vector<Part> parts_of(const mail::Incoming& incoming)
{
    std::vector<Part> parts;
    for (const auto& file : incoming.files)
        parts.push_back(part_of(file.name, file.bytes, incoming.from_email));
    return parts;
}

bool holds_invoice(const std::vector<Part>& parts)
{
    return std::ranges::any_of(parts, [](const Part& one) {
        return one.use == Part::Use::invoice || one.use == Part::Use::other;
    });
}

/// Beside an invoice, a small picture is the sender's logo.
bool is_kept(const Part& part, bool has_invoice)
{
    if (part.use == Part::Use::along) return false;
    const bool is_small = part.offer.file.bytes <= logo_bytes_max;
    return part.use != Part::Use::picture || !is_small || !has_invoice;
}

/// What somebody reads in place of the message.
std::string words_of(const mail::Incoming& incoming)
{
    using i18n::t;
    const auto who = incoming.from_name.empty()
                         ? incoming.from_email
                         : incoming.from_name + " (" + incoming.from_email + ")";
    const auto words = t("einvoicing.mailed.from", {{"who", who}}) + "\n" +
                       t("einvoicing.mailed.subject", {{"subject", incoming.subject}}) + "\n" +
                       t("einvoicing.mailed.id", {{"id", incoming.message_id}}) + "\n\n" +
                       incoming.text + "\n\n" + incoming.quoted + "\n";
    return base::replace_all(words, "<", "‹"); // a text with marks in it is taken for a page
}

/// Why the message itself is shown to the team; nothing when its files say it all.
std::optional<files::Turned> reason_for(const mail::Incoming& incoming, bool has_invoice)
{
    if (incoming.left_out > 0)
        return files::Turned{
            .name = {}, .reason = unread_left_out, .value = std::to_string(incoming.left_out)};
    if (has_invoice) return {};
    return files::Turned{.name = {}, .reason = unread_no_attachment, .value = {}};
}

bool has_room(tenancy::Context& house)
{
    return house.read([](WorkspaceTransaction& tx) {
        ReceptionStore store{tx};
        return store.mailed_since(base::now() - mailed_within, mailed_max) < mailed_max &&
               store.count(ReceptionState::quarantined, sorting_max) < sorting_max;
    });
}

/// One that cannot be kept now holds up no other, and the message comes again.
template <class Deed>
bool is_done(Deed deed)
{
    try {
        deed();
        return true;
    } catch (const std::exception& cause) {
        logs::warn("einvoicing.mail_not_kept", {{"cause", cause.what()}});
        return false;
    }
}

} // namespace

Taken take_invoice_mail(tenancy::Context& house, const mail::Arrival& arrived)
{
    const auto& incoming = arrived.incoming;
    const bool is_ours = house.workspace().modules.contains("einvoicing") &&
                         house.read([&](WorkspaceTransaction& tx) {
                             return is_mail_address(tx, arrived.key.value().subject);
                         });
    if (!is_ours) return Taken::no_mailbox;
    const bool is_own = house.read(
        [&](WorkspaceTransaction& tx) { return mail::is_own_message(tx, incoming.message_id); });
    if (is_own || (arrived.is_bounce() && incoming.files.empty())) {
        logs::info("einvoicing.mail_ignored", {{"workspace", house.workspace().id.value}});
        return Taken::kept;
    }
    if (!has_room(house)) return Taken::later;

    const auto parts = parts_of(incoming);
    const bool has_invoice = holds_invoice(parts);
    bool is_all = true;
    for (const auto& part : parts)
        if (is_kept(part, has_invoice)) is_all &= is_done([&] { receive(house, part.offer); });
    if (const auto reason = reason_for(incoming, has_invoice))
        is_all &= is_done([&] {
            const auto message =
                part_of(i18n::t("einvoicing.mailed.name"), words_of(incoming), incoming.from_email);
            note_unread(house, message.offer, *reason);
        });
    return is_all ? Taken::kept : Taken::later;
}

} // namespace einvoicing
