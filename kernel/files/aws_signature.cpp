#include "kernel/files/aws_signature.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/url.hpp"
#include "kernel/secrets/hmac.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace files
{
namespace
{

using secrets::hmac_sha256;

/// "20150830T123600Z".
std::string stamp(base::Instant at)
{
    std::string basic;
    for (const char c : base::iso(at).substr(0, 19))
        if (c != '-' && c != ':') basic += c;
    return basic + "Z";
}

std::string scope_of(const SigningKey& key, base::Instant at)
{
    return stamp(at).substr(0, 8) + "/" + key.region + "/" + key.service + "/aws4_request";
}

std::string encoded_path(std::string_view path)
{
    return base::replace_all(html::percent_encode(path), "%2F", "/");
}

std::string encoded_query(const Pairs& query)
{
    Pairs encoded;
    for (const auto& [name, value] : query)
        encoded.emplace_back(html::percent_encode(name), html::percent_encode(value));
    std::ranges::sort(encoded);
    std::string text;
    for (const auto& [name, value] : encoded)
        text.append(text.empty() ? "" : "&").append(name).append("=").append(value);
    return text;
}

/// Without blanks at both ends, runs of them inside as one.
std::string plain(std::string_view value)
{
    std::string out;
    for (const char c : value) {
        const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::map<std::string, std::string> canonical_headers(const Pairs& headers)
{
    std::map<std::string, std::string> joined;
    for (const auto& [name, value] : headers) {
        auto& own = joined[base::lower_ascii(name)];
        own += (own.empty() ? "" : ",") + plain(value);
    }
    return joined;
}

std::string names_of(const Pairs& headers)
{
    std::vector<std::string> names;
    for (const auto& [name, value] : canonical_headers(headers))
        names.push_back(name);
    return base::join(names, ";");
}

} // namespace

std::string canonical_request(const SignedRequest& request)
{
    std::string text = request.method + "\n" + encoded_path(request.path) + "\n" +
                       encoded_query(request.query) + "\n";
    for (const auto& [name, value] : canonical_headers(request.headers))
        text.append(name).append(":").append(value).append("\n");
    return text + "\n" + names_of(request.headers) + "\n" + request.payload_hash;
}

std::string string_to_sign(std::string_view canonical, const SigningKey& key, base::Instant at)
{
    return "AWS4-HMAC-SHA256\n" + stamp(at) + "\n" + scope_of(key, at) + "\n" +
           base::hex(base::sha256(canonical));
}

std::string signature(std::string_view to_sign, const SigningKey& key, base::Instant at)
{
    auto secret = hmac_sha256("AWS4" + key.secret, stamp(at).substr(0, 8));
    secret = hmac_sha256(hmac_sha256(hmac_sha256(secret, key.region), key.service), "aws4_request");
    return base::hex(hmac_sha256(secret, to_sign));
}

Pairs signed_headers(const SignedRequest& request, const SigningKey& key, base::Instant at)
{
    Pairs added{{"X-Amz-Date", stamp(at)}};
    if (!key.session_token.empty()) added.emplace_back("X-Amz-Security-Token", key.session_token);
    auto whole = request;
    whole.headers.insert(whole.headers.end(), added.begin(), added.end());
    const auto to_sign = string_to_sign(canonical_request(whole), key, at);
    added.emplace_back("Authorization", "AWS4-HMAC-SHA256 Credential=" + key.access_key + "/" +
                                            scope_of(key, at) +
                                            ", SignedHeaders=" + names_of(whole.headers) +
                                            ", Signature=" + signature(to_sign, key, at));
    return added;
}

SignedRequest presigned(SignedRequest request, const SigningKey& key, base::Instant at, int seconds)
{
    auto& query = request.query;
    query.emplace_back("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
    query.emplace_back("X-Amz-Credential", key.access_key + "/" + scope_of(key, at));
    query.emplace_back("X-Amz-Date", stamp(at));
    query.emplace_back("X-Amz-Expires", std::to_string(seconds));
    if (!key.session_token.empty()) query.emplace_back("X-Amz-Security-Token", key.session_token);
    query.emplace_back("X-Amz-SignedHeaders", names_of(request.headers));
    return request;
}

std::string presigned_target(const SignedRequest& request, const SigningKey& key, base::Instant at,
                             int seconds)
{
    const auto whole = presigned(request, key, at, seconds);
    const auto to_sign = string_to_sign(canonical_request(whole), key, at);
    return encoded_path(whole.path) + "?" + encoded_query(whole.query) +
           "&X-Amz-Signature=" + signature(to_sign, key, at);
}

} // namespace files
