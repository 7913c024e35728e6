#include "modules/signatures/statement.hpp"

#include "kernel/base/clock.hpp"
#include "kernel/forms/field_types.hpp"

#include <boost/json.hpp>

namespace signatures
{
namespace
{

namespace json = boost::json;

constexpr std::string_view format = "etabli-signature-1";

json::value code_of(const Signature& signature)
{
    if (!signature.code_sent_at) return nullptr;
    return json::object{{"sent_to", signature.code_sent_to},
                        {"sent_at", base::iso(*signature.code_sent_at)}};
}

/// The text of one member, or of one inside another; empty when there is none.
std::string text_at(const json::object& object, std::string_view name)
{
    const auto* const found = object.if_contains(name);
    if (found == nullptr || !found->is_string()) return {};
    return std::string{std::string_view{found->get_string()}};
}

json::object object_at(const json::object& object, std::string_view name)
{
    const auto* const found = object.if_contains(name);
    return found != nullptr && found->is_object() ? found->get_object() : json::object{};
}

} // namespace

std::string statement_of(const Signature& signature, const Circumstances& about)
{
    return json::serialize(json::object{{"format", format},
                                        {"business", about.business},
                                        {"document",
                                         {{"kind", signature.kind},
                                          {"id", std::to_string(signature.document)},
                                          {"version", signature.version},
                                          {"number", signature.number},
                                          {"title", signature.title},
                                          {"shown_sha256", signature.shown_sha256}}},
                                        {"signer",
                                         {{"name", signature.signer_name},
                                          {"email", signature.signer_email},
                                          {"membership", signature.signer.text()},
                                          {"recorded_by", about.recorded_by}}},
                                        {"method", forms::enum_name(signature.method)},
                                        {"mark_sha256", signature.mark_sha256},
                                        {"signed_at", base::iso(signature.signed_at)},
                                        {"time_zone", about.time_zone},
                                        {"address", signature.address},
                                        {"device", signature.device},
                                        {"code", code_of(signature)},
                                        {"signed_sha256", signature.signed_sha256}});
}

std::optional<Told> told_in(std::string_view text)
{
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    if (error || !value.is_object()) return {};
    const auto& all = value.get_object();
    if (text_at(all, "format") != format) return {};
    const auto document = object_at(all, "document");
    const auto signer = object_at(all, "signer");
    return Told{.business = text_at(all, "business"),
                .title = text_at(document, "title"),
                .signer = text_at(signer, "name"),
                .method = text_at(all, "method"),
                .signed_at = text_at(all, "signed_at"),
                .time_zone = text_at(all, "time_zone"),
                .code_sent_to = text_at(object_at(all, "code"), "sent_to"),
                .recorded_by = text_at(signer, "recorded_by"),
                .shown_sha256 = text_at(document, "shown_sha256"),
                .signed_sha256 = text_at(all, "signed_sha256")};
}

} // namespace signatures
