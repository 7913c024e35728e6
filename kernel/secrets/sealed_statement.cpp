#include "kernel/secrets/sealed_statement.hpp"

#include "kernel/base/text.hpp"

namespace secrets
{
namespace
{

constexpr std::string_view before = "{\"statement\":";
constexpr std::string_view between = ",\"seal\":\"";
constexpr std::string_view after = "\"}\n";

} // namespace

std::string sealed_statement(std::string_view json, const CertifiedKey& key)
{
    return std::string{before} + std::string{json} + std::string{between} +
           base::base64url(key.sign(base::sha256(json))) + std::string{after};
}

std::optional<Statement> statement_in(std::string_view sealed)
{
    const auto middle = sealed.rfind(between);
    if (!sealed.starts_with(before) || !sealed.ends_with(after) ||
        middle == std::string_view::npos || middle < before.size())
        return {};
    const auto json = sealed.substr(before.size(), middle - before.size());
    const auto from = middle + between.size();
    if (from + after.size() > sealed.size()) return {};
    const auto seal = sealed.substr(from, sealed.size() - after.size() - from);
    const auto cms = base::unbase64url(seal);
    if (!cms || base::base64url(*cms) != seal) return {};
    auto certificate = certificate_of_signer(*cms, base::sha256(json));
    if (!certificate) return {};
    return Statement{std::string{json}, std::move(*certificate)};
}

} // namespace secrets
