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
constexpr std::chrono::hours code_kept_for{24}; ///< until another is sent

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

std::string address_hash(const secrets::Vault& vault, const Desk& desk)
{
    return base::hex(vault.keyed_hash("signatures.address", desk.signer.email));
}

/// The code of what is shown, sent to who is asked.
std::optional<Code> find_code(WorkspaceTransaction& tx, const secrets::Vault& vault,
                              const Desk& desk)
{
    auto code = CodeStore{tx}.find(desk.shown.kind, desk.shown.document);
    const bool is_for_it = code && code->shown_sha256 == sha256_of(desk.shown) &&
                           code->address_hash == address_hash(vault, desk);
    if (!is_for_it) return {};
    return code;
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
                           .address_hash = address_hash(vault, desk),
                           .code_hash = hash_of(vault, id, code),
                           .sent_at = base::now()},
                          base::now() - code_kept_for);
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

Judged judge_code(WorkspaceTransaction& tx, const secrets::Vault& vault, const Desk& desk,
                  std::string_view text)
{
    const auto code = find_code(tx, vault, desk);
    if (!code) return {Typed::none_sent, {}};
    if (base::now() - code->sent_at >= code_valid_for) return {Typed::too_late, {}};
    if (!CodeStore{tx}.count_try(code->id, code_tries_max)) return {Typed::too_often, {}};
    if (base::equal_in_constant_time(hash_of(vault, code->id, digits_in(text)), code->code_hash))
        return {Typed::right, code};
    return {Typed::wrong, {}};
}

void spend_code(WorkspaceTransaction& tx, const Code& judged)
{
    base::refuse_unless(CodeStore{tx}.remove(judged.id), "signatures.refusal.code_gone");
}

} // namespace signatures
