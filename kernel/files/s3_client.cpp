#include "kernel/files/s3_client.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/url.hpp"
#include "kernel/http/public_address.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <cstdio>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace files
{
namespace
{

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;
using HeaderList = std::unique_ptr<curl_slist, FreeList>;
using File = std::unique_ptr<std::FILE, CloseFile>;

void start_libcurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

template <class Value>
void set(const Handle& handle, CURLoption option, Value value)
{
    if (curl_easy_setopt(handle.get(), option, value) != CURLE_OK)
        throw std::logic_error("libcurl refuses option " + std::to_string(option));
}

std::size_t keep(const char* data, std::size_t, std::size_t size, std::string* body)
{
    if (body->size() + size > s3_body_bytes_max) return 0;
    body->append(data, size);
    return size;
}

File open_file(const std::filesystem::path& path, const char* how)
{
    if (path.empty()) return {};
    File file{std::fopen(path.c_str(), how)};
    if (!file) throw std::runtime_error("cannot open " + path.string());
    return file;
}

SignedRequest to_sign(const S3Place& place, const S3Request& request)
{
    return {.method = request.method,
            .path = "/" + place.bucket + "/" + request.key,
            .query = request.query,
            .headers = {{"Host", place.host}, {"x-amz-content-sha256", request.payload_hash}},
            .payload_hash = request.payload_hash};
}

HeaderList headers_of(const S3Place& place, const S3Request& request)
{
    const auto signing = to_sign(place, request);
    auto all = signed_headers(signing, place.key, base::real_now());
    all.insert(all.end(), signing.headers.begin(), signing.headers.end());
    all.emplace_back("Expect", ""); // libcurl would wait for a « 100 Continue »
    curl_slist* list = nullptr;
    for (const auto& [name, value] : all)
        list = curl_slist_append(list, (name + ": " + value).c_str());
    return HeaderList{list};
}

std::string address_of(const S3Place& place, const S3Request& request)
{
    auto address = place.origin + "/" + place.bucket + "/" +
                   base::replace_all(html::percent_encode(request.key), "%2F", "/");
    char joint = '?';
    for (const auto& [name, value] : request.query) {
        address += joint + html::percent_encode(name) + "=" + html::percent_encode(value);
        joint = '&';
    }
    return address;
}

curl_socket_t open_public_socket(void*, curlsocktype, curl_sockaddr* address)
{
    if (!http::is_public_address(address->addr)) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void set_reach(const Handle& handle, const S3Place& place)
{
    const auto seconds = place.silence_max.count();
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle, CURLOPT_LOW_SPEED_TIME, seconds);
    set(handle, CURLOPT_CONNECTTIMEOUT, seconds);
    set(handle, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    if (place.reach == S3Reach::anywhere) return;
    set(handle, CURLOPT_PROXY, "");
    set(handle, CURLOPT_OPENSOCKETFUNCTION, open_public_socket);
}

void read_head(const Handle& handle, S3Answer& answer)
{
    curl_off_t bytes = -1;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    if (curl_easy_getinfo(handle.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &bytes) == CURLE_OK)
        answer.bytes = bytes;
    curl_header* etag = nullptr;
    if (curl_easy_header(handle.get(), "ETag", 0, CURLH_HEADER, -1, &etag) == CURLHE_OK)
        answer.etag = base::replace_all(etag->value, "\"", "");
}

} // namespace

S3Answer ask(const S3Place& place, const S3Request& request)
{
    start_libcurl();
    const Handle handle{curl_easy_init()};
    if (!handle) throw std::bad_alloc{};
    S3Answer answer;
    const auto headers = headers_of(place, request);
    const auto address = address_of(place, request);
    const auto send = open_file(request.send, "rb");
    const auto receive = open_file(request.receive, "wb");
    set(handle, CURLOPT_URL, address.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, "https,http");
    set(handle, CURLOPT_HTTPHEADER, headers.get());
    set(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    set_reach(handle, place);
    if (request.method == "HEAD") set(handle, CURLOPT_NOBODY, 1L);
    if (send) {
        set(handle, CURLOPT_UPLOAD, 1L);
        set(handle, CURLOPT_READDATA, send.get());
        set(handle, CURLOPT_INFILESIZE_LARGE,
            static_cast<curl_off_t>(std::filesystem::file_size(request.send)));
    }
    if (receive) {
        set(handle, CURLOPT_WRITEDATA, receive.get());
    } else {
        set(handle, CURLOPT_WRITEFUNCTION, keep);
        set(handle, CURLOPT_WRITEDATA, &answer.body);
    }
    const auto result = curl_easy_perform(handle.get());
    if (result != CURLE_OK)
        throw std::runtime_error(place.origin + ": " + curl_easy_strerror(result));
    read_head(handle, answer);
    return answer;
}

} // namespace files
