#include "kernel/base/text.hpp"
#include "kernel/files/aws_signature.hpp"
#include "kernel/http/message.hpp"

#include <boost/json/parse.hpp>
#include <doctest.h>

#include <fstream>
#include <sstream>

using namespace files;

namespace
{

struct Example {
    SignedRequest request;
    SigningKey key;
    bool signs_body = false;
    int seconds = 0;
};

std::string text(const boost::json::object& from, const char* name)
{
    const auto* value = from.if_contains(name);
    return value == nullptr ? std::string{} : std::string{value->as_string()};
}

/// RFC 3986 §5.2.4 and runs of slashes: what whoever sends to a service that normalises does first.
std::string without_dots(const std::string& path)
{
    std::vector<std::string> kept;
    for (const auto& segment : base::split(path, '/')) {
        if (segment == ".." && !kept.empty()) kept.pop_back();
        if (segment != ".." && segment != "." && !segment.empty()) kept.push_back(segment);
    }
    const auto inside = "/" + base::join(kept, "/");
    return path.ends_with('/') && !kept.empty() ? inside + "/" : inside;
}

void read_head(const std::string& head, Example& example)
{
    std::istringstream lines{head};
    std::string line;
    std::getline(lines, line);
    const auto space = line.find(' ');
    auto target = line.substr(space + 1, line.rfind(' ') - space - 1);
    example.request.method = line.substr(0, space);
    if (const auto question = target.find('?'); question != std::string::npos) {
        const auto query = http::parse_urlencoded(target.substr(question + 1));
        for (const auto& [name, value] : query.all())
            example.request.query.emplace_back(name, value);
        target.resize(question);
    }
    example.request.path = target;
    while (std::getline(lines, line) && !line.empty()) {
        auto& headers = example.request.headers;
        if (line.starts_with(' ')) {
            headers.back().second += " " + line;
            continue;
        }
        const auto colon = line.find(':');
        headers.emplace_back(line.substr(0, colon), line.substr(colon + 1));
    }
}

Example read(const boost::json::object& vector)
{
    const auto context = boost::json::parse(text(vector, "context.json")).as_object();
    const auto& credentials = context.at("credentials").as_object();
    Example example;
    example.key = {.access_key = text(credentials, "access_key_id"),
                   .secret = text(credentials, "secret_access_key"),
                   .session_token = text(credentials, "token"),
                   .region = text(context, "region"),
                   .service = text(context, "service")};
    const auto request = text(vector, "request.txt");
    const auto end = request.find("\n\n");
    read_head(request.substr(0, end), example);
    if (context.at("normalize").as_bool())
        example.request.path = without_dots(example.request.path);
    const auto body = end == std::string::npos ? std::string{} : request.substr(end + 2);
    example.request.payload_hash = base::hex(base::sha256(body));
    example.signs_body = context.at("sign_body").as_bool();
    example.seconds = static_cast<int>(context.at("expiration_in_seconds").as_int64());
    return example;
}

} // namespace

TEST_CASE(
    "the 38 examples of the standard are signed to the byte, in headers and in links") // FIL-001
{
    std::ifstream in{"tests/contracts/s3/sigv4-vectors.json"};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const auto all = boost::json::parse(bytes.str()).as_object();
    const base::Instant at{1'440'938'160'000'000}; // 2015-08-30T12:36:00Z
    int tried = 0;
    for (const auto& [name, value] : all) {
        const auto& vector = value.as_object();
        const auto example = read(vector);
        // added by whoever signs after the token: the example leaves it out of what is signed
        const auto context = boost::json::parse(text(vector, "context.json")).as_object();
        const auto* omits = context.if_contains("omit_session_token");
        auto key = example.key;
        if (omits != nullptr && omits->as_bool()) key.session_token.clear();
        CAPTURE(std::string{name});

        auto request = example.request;
        if (example.signs_body)
            request.headers.emplace_back("x-amz-content-sha256", request.payload_hash);
        const auto added = signed_headers(request, key, at);
        auto whole = request;
        whole.headers.insert(whole.headers.end(), added.begin(), added.end() - 1);
        const auto canonical = canonical_request(whole);
        CHECK(canonical == text(vector, "header-canonical-request.txt"));
        CHECK(string_to_sign(canonical, key, at) == text(vector, "header-string-to-sign.txt"));
        CHECK(added.back().second.ends_with("Signature=" + text(vector, "header-signature.txt")));

        const auto link = presigned(example.request, key, at, example.seconds);
        CHECK(canonical_request(link) == text(vector, "query-canonical-request.txt"));
        CHECK(presigned_target(example.request, key, at, example.seconds)
                  .ends_with("X-Amz-Signature=" + text(vector, "query-signature.txt")));
        ++tried;
    }
    CHECK(tried == 38);
}

TEST_CASE("another secret, another minute or another path is another signature")
{
    const base::Instant at{1'440'938'160'000'000};
    const SigningKey key{.access_key = "A", .secret = "one", .session_token = {}, .region = "x"};
    auto other = key;
    other.secret = "two";
    const SignedRequest request{.headers = {{"host", "s3.example"}}, .payload_hash = empty_payload};
    auto elsewhere = request;
    elsewhere.path = "/w8/ab";
    const auto link = presigned_target(request, key, at, 600);
    CHECK(link != presigned_target(request, other, at, 600));
    CHECK(link != presigned_target(request, key, {at.micros + 60'000'000}, 600));
    CHECK(link.substr(link.rfind('=')) !=
          presigned_target(elsewhere, key, at, 600)
              .substr(presigned_target(elsewhere, key, at, 600).rfind('=')));
}
