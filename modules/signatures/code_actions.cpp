#include "modules/signatures/code_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/signatures/shown.hpp"

namespace signatures
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::uint32_t codes = 1'000'000;
constexpr std::size_t digits = 6;

std::string drawn_code()
{
    const auto number = std::to_string(base::random_below(codes));
    return std::string(digits - number.size(), '0') + number;
}

/// Nobody who reads the table learns a code, even by trying all of them.
std::string hash_of(const secrets::Vault& vault, CodeId id, std::string_view code)
{
    return base::hex(vault.keyed_hash("signatures.code", id.text() + ":" + std::string{code}));
}

std::string digits_in(std::string_view text)
{
    std::string kept;
    for (const char c : text)
        if (c >= '0' && c <= '9') kept += c;
    return kept;
}

bool is_for(const Code& code, const Desk& desk)
{
    return code.shown_sha256 == sha256_of(desk.shown) && code.email == desk.signer.email;
}

} // namespace

void send_code(WorkspaceTransaction& tx, const secrets::Vault& vault, const Desk& desk)
{
    const auto id = tx.make_id<CodeId>();
    const auto code = drawn_code();
    CodeStore{tx}.replace({.id = id,
                           .kind = desk.shown.kind,
                           .document = desk.shown.document,
                           .shown_sha256 = sha256_of(desk.shown),
                           .email = desk.signer.email,
                           .code_hash = hash_of(vault, id, code),
                           .sent_at = base::now()});
    mail::send(tx, {.to_name = desk.signer.name,
                    .to_email = desk.signer.email,
                    .subject = i18n::t("signatures.mail.subject", {{"code", code}}),
                    .paragraphs = {i18n::t("signatures.mail.code",
                                           {{"code", code}, {"title", desk.shown.title}}),
                                   i18n::t("signatures.mail.life")},
                    .small_print = i18n::t("signatures.mail.why"),
                    .template_name = "signatures.code",
                    .is_secret = true});
}

Typed judge_code(WorkspaceTransaction& tx, const secrets::Vault& vault, const Desk& desk,
                 std::string_view text)
{
    CodeStore store{tx};
    const auto code = store.find(desk.shown.kind, desk.shown.document);
    if (!code || !is_for(*code, desk)) return Typed::none_sent;
    if (base::now() - code->sent_at >= code_valid_for) return Typed::too_late;
    if (code->tries >= code_tries_max) return Typed::too_often;
    if (base::equal_in_constant_time(hash_of(vault, code->id, digits_in(text)), code->code_hash))
        return Typed::right;
    return store.count_try(code->id, code_tries_max) ? Typed::wrong : Typed::too_often;
}

Code waiting_code(WorkspaceTransaction& tx, const Desk& desk)
{
    auto code = CodeStore{tx}.find(desk.shown.kind, desk.shown.document);
    base::refuse_unless(code && is_for(*code, desk), "signatures.refusal.code_gone");
    return *std::move(code);
}

void spend_code(WorkspaceTransaction& tx, const Desk& desk)
{
    const bool was_there = CodeStore{tx}.remove(waiting_code(tx, desk).id);
    base::refuse_unless(was_there, "signatures.refusal.code_gone");
}

} // namespace signatures
