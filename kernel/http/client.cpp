#include "kernel/http/client.hpp"

#include <curl/curl.h>

#include <memory>
#include <mutex>
#include <new>
#include <stdexcept>

namespace http
{
namespace
{

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Lines = std::unique_ptr<curl_slist, FreeList>;

/// A handle with every option checked: one that libcurl does not know is our mistake.
class Handle
{
  public:
    Handle()
    {
        static std::once_flag once;
        std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
        handle_.reset(curl_easy_init());
        if (!handle_) throw std::bad_alloc{};
    }
    template <class Value>
    Handle& set(CURLoption option, Value value)
    {
        if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK)
            throw std::logic_error("libcurl refuses option " + std::to_string(option));
        return *this;
    }
    CURLcode perform() { return curl_easy_perform(handle_.get()); }
    int status() const
    {
        long status = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
        return static_cast<int>(status);
    }

    std::chrono::seconds retry_after() const
    {
        curl_off_t seconds = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &seconds);
        return std::chrono::seconds{seconds};
    }

  private:
    struct Clean {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    };
    std::unique_ptr<CURL, Clean> handle_;
};

/// What came of the answer, and how much of it may.
struct Kept {
    std::string& body;
    std::size_t bytes_max;
};

std::size_t keep(const char* data, std::size_t, std::size_t size, Kept* kept)
{
    if (kept->body.size() + size > kept->bytes_max) return 0;
    kept->body.append(data, size);
    return size;
}

bool never_left(CURLcode result)
{
    return result == CURLE_COULDNT_RESOLVE_HOST || result == CURLE_COULDNT_CONNECT ||
           result == CURLE_SSL_CONNECT_ERROR || result == CURLE_PEER_FAILED_VERIFICATION ||
           result == CURLE_COULDNT_RESOLVE_PROXY || result == CURLE_SSL_CACERT_BADFILE;
}

Lines lines_of(const ClientRequest& request)
{
    Lines lines{curl_slist_append(nullptr, "Accept: application/json")};
    curl_slist_append(lines.get(), "Expect:"); // libcurl would wait for a « 100 Continue »
    for (const auto& [name, value] : request.headers)
        curl_slist_append(lines.get(), (name + ": " + value).c_str());
    return lines;
}

void prepare(Handle& handle, const ClientRequest& request)
{
    handle.set(CURLOPT_URL, request.address.c_str())
        .set(CURLOPT_PROTOCOLS_STR, request.reach == Reach::loopback_too ? "https,http" : "https")
        .set(CURLOPT_FOLLOWLOCATION, 0L)
        .set(CURLOPT_NOSIGNAL, 1L)
        .set(CURLOPT_NOPROXY, "localhost,127.0.0.1,::1")
        .set(CURLOPT_TIMEOUT_MS, request.time_max.count())
        .set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        .set(CURLOPT_WRITEFUNCTION, keep);
    if (request.method == "GET") return;
    handle.set(CURLOPT_POST, 1L)
        .set(CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()))
        .set(CURLOPT_POSTFIELDS, request.body.c_str())
        .set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

} // namespace

bool is_reachable(std::string_view address, Reach reach)
{
    if (address.starts_with("https://")) return true;
    if (reach == Reach::https_only) return false;
    for (const std::string_view here : {"http://127.0.0.1", "http://localhost", "http://[::1]"}) {
        if (!address.starts_with(here)) continue;
        const auto rest = address.substr(here.size());
        if (rest.empty() || rest[0] == ':' || rest[0] == '/')
            return rest.substr(0, rest.find('/')).find('@') == std::string_view::npos;
    }
    return false;
}

ClientAnswer send(const ClientRequest& request)
{
    if (!is_reachable(request.address, request.reach))
        throw std::invalid_argument("not an HTTPS address: " + request.address);
    Handle handle;
    ClientAnswer answer;
    Kept kept{.body = answer.body, .bytes_max = request.answer_bytes_max};
    const auto headers = lines_of(request);
    prepare(handle, request);
    handle.set(CURLOPT_HTTPHEADER, headers.get()).set(CURLOPT_WRITEDATA, &kept);
    const auto result = handle.perform();
    if (result == CURLE_OK) {
        answer.status = handle.status();
        answer.retry_after = handle.retry_after();
        return answer;
    }
    answer.body.clear();
    answer.has_left = !never_left(result);
    answer.failure = curl_easy_strerror(result);
    return answer;
}

} // namespace http
