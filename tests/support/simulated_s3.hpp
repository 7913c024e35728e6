#pragma once

#include "kernel/base/text.hpp"
#include "kernel/http/server.hpp"
#include "kernel/secrets/hmac.hpp"
#include "tests/support/database.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <vector>

/// An S3-compatible service on one free loopback port, with one bucket. Unlike s3rver it judges
/// every signature (AWS Signature Version 4, computed here from the bytes as they came) and the
/// hash of every body: another secret, another key or another body is refused as Amazon does.
namespace test_support
{

class SimulatedS3
{
  public:
    static constexpr const char* access_key = "SCWESSAI";
    static constexpr const char* secret = "secret-du-coffre/+=";
    static constexpr const char* region = "fr-par";
    static constexpr const char* bucket = "compta-ponant";

    SimulatedS3()
        : server_(
              {.listen = "127.0.0.1:0", .workers = 2, .temporary_folder = folder_.path()},
              [this](http::Request& request) { return answer(request); }, {},
              [](const http::Request&) { return http::BodyPolicy{.bytes_max = 5'000'000}; })
    {
        server_.start();
    }
    std::string address() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

    // Set before, read after a call: the requests come one by one.
    std::map<std::string, std::string> objects; ///< bytes by key
    std::vector<std::string> puts;              ///< keys, in order, each as often as it was sent
    int down_for = 0;                           ///< requests answered 503 from now on
    int down_after = -1;     ///< so many puts are taken, then everything is 503; -1: never
    int lost_answers = 0;    ///< puts taken, then answered 500
    bool cuts_short = false; ///< keeps half of what is put, and says nothing of it

  private:
    static http::Response error(int status, const std::string& code)
    {
        auto response = http::Response::text(
            R"(<?xml version="1.0"?><Error><Code>)" + code + "</Code></Error>", status);
        response.headers.set("Content-Type", "application/xml");
        return response;
    }

    /// « Credential=…, SignedHeaders=…, Signature=… »
    static std::string part(std::string_view authorization, const std::string& name)
    {
        const auto at = authorization.find(name + "=");
        if (at == std::string_view::npos) return {};
        const auto rest = authorization.substr(at + name.size() + 1);
        return std::string{rest.substr(0, rest.find(','))};
    }
    static std::string canonical_of(const http::Request& request, const std::string& signed_names)
    {
        const auto question = request.target.find('?');
        auto query = question == std::string::npos
                         ? std::vector<std::string>{}
                         : base::split(request.target.substr(question + 1), '&');
        std::ranges::sort(query);
        std::string text = std::string{http::name(request.method)} + "\n" +
                           request.target.substr(0, question) + "\n";
        for (std::size_t i = 0; i < query.size(); ++i)
            text += (i == 0 ? "" : "&") + query[i];
        text += "\n";
        for (const auto& name : base::split(signed_names, ';'))
            text += name + ":" + std::string{request.headers.get(name)} + "\n";
        return text + "\n" + signed_names + "\n" +
               std::string{request.headers.get("x-amz-content-sha256")};
    }
    /// Empty: it is signed by that secret.
    static std::string breach(const http::Request& request)
    {
        const auto authorization = request.headers.get("Authorization");
        const std::string at{request.headers.get("X-Amz-Date")};
        if (!authorization.starts_with("AWS4-HMAC-SHA256 ") || at.size() != 16)
            return "AccessDenied";
        const auto day = at.substr(0, 8);
        const auto scope = day + "/" + region + "/s3/aws4_request";
        const auto credential = part(authorization, "Credential");
        if (!credential.starts_with(std::string{access_key} + "/")) return "InvalidAccessKeyId";
        if (credential != std::string{access_key} + "/" + scope)
            return "AuthorizationHeaderMalformed";
        if (base::hex(base::sha256(request.body)) != request.headers.get("x-amz-content-sha256"))
            return "XAmzContentSHA256Mismatch";
        const auto canonical = canonical_of(request, part(authorization, "SignedHeaders"));
        const auto to_sign =
            "AWS4-HMAC-SHA256\n" + at + "\n" + scope + "\n" + base::hex(base::sha256(canonical));
        std::string key = std::string{"AWS4"} + secret;
        for (const auto& piece :
             {day, std::string{region}, std::string{"s3"}, std::string{"aws4_request"}})
            key = secrets::hmac_sha256(key, piece);
        return base::hex(secrets::hmac_sha256(key, to_sign)) == part(authorization, "Signature")
                   ? ""
                   : "SignatureDoesNotMatch";
    }

    http::Response answer(http::Request& request)
    {
        const std::scoped_lock lock{mutex_};
        if (down_for > 0) {
            --down_for;
            return error(503, "SlowDown");
        }
        if (const auto code = breach(request); !code.empty()) return error(403, code);
        const auto prefix = std::string{"/"} + bucket + "/";
        if (!request.path.starts_with(prefix)) return error(404, "NoSuchBucket");
        return serve(request, request.path.substr(prefix.size()));
    }
    http::Response serve(const http::Request& request, const std::string& key)
    {
        if (request.method == http::Method::Put) return put(key, request.body);
        if (down_after == 0) return error(503, "ServiceUnavailable");
        if (request.method == http::Method::Delete) {
            objects.erase(key);
            return http::Response::text("", 204);
        }
        const auto found = objects.find(key);
        if (found == objects.end()) return error(404, "NoSuchKey");
        return http::Response::text(found->second).with("ETag", etag_of(found->second));
    }
    http::Response put(const std::string& key, const std::string& bytes)
    {
        if (down_after == 0) return error(503, "ServiceUnavailable");
        if (down_after > 0) --down_after;
        puts.push_back(key);
        objects[key] = cuts_short ? bytes.substr(0, bytes.size() / 2) : bytes;
        if (lost_answers > 0) {
            --lost_answers;
            return error(500, "InternalError");
        }
        return http::Response::text("").with("ETag", etag_of(objects[key]));
    }
    static std::string etag_of(const std::string& bytes)
    {
        return "\"" + base::hex(base::sha256(bytes)).substr(0, 32) + "\"";
    }

    TemporaryFolder folder_;
    std::mutex mutex_;
    http::Server server_;
};

} // namespace test_support
