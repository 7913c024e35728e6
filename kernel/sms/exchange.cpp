#include "kernel/sms/exchange.hpp"

#include <curl/curl.h>

#include <memory>
#include <mutex>
#include <stdexcept>

namespace sms
{
namespace
{

constexpr long seconds_max = 30;
constexpr std::size_t answer_bytes_max = 200'000;

struct CleanHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, CleanHandle>;
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

void start_library()
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
    if (body->size() + size > answer_bytes_max) return 0;
    body->append(data, size);
    return size;
}

HeaderList headers_of(const WebRequest& request)
{
    curl_slist* list = curl_slist_append(nullptr, "Accept: application/json");
    for (const auto& [name, value] : request.headers)
        list = curl_slist_append(list, (name + ": " + value).c_str());
    return HeaderList{list};
}

bool never_left(CURLcode result)
{
    return result == CURLE_COULDNT_RESOLVE_HOST || result == CURLE_COULDNT_CONNECT ||
           result == CURLE_SSL_CONNECT_ERROR || result == CURLE_PEER_FAILED_VERIFICATION ||
           result == CURLE_COULDNT_RESOLVE_PROXY || result == CURLE_SSL_CACERT_BADFILE;
}

} // namespace

void check_reachable(const std::string& url)
{
    const bool is_here = url.starts_with("http://127.0.0.1:");
    if (!url.starts_with("https://") && !is_here)
        throw std::invalid_argument("a gateway is spoken to over https only");
}

WebAnswer exchange(const WebRequest& request)
{
    check_reachable(request.url);
    start_library();
    const Handle handle{curl_easy_init()};
    if (!handle) throw std::bad_alloc{};
    WebAnswer answer;
    const auto headers = headers_of(request);
    set(handle, CURLOPT_URL, request.url.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, "https,http");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_TIMEOUT, seconds_max);
    set(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    set(handle, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    set(handle, CURLOPT_HTTPHEADER, headers.get());
    set(handle, CURLOPT_WRITEFUNCTION, keep);
    set(handle, CURLOPT_WRITEDATA, &answer.body);
    if (request.method == "POST") {
        set(handle, CURLOPT_POST, 1L);
        set(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
        set(handle, CURLOPT_POSTFIELDS, request.body.c_str());
    }
    const auto result = curl_easy_perform(handle.get());
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (result == CURLE_OK) {
        answer.status = static_cast<int>(status);
        return answer;
    }
    answer.has_left = !never_left(result);
    answer.failure = curl_easy_strerror(result);
    return answer;
}

} // namespace sms
