#include "kernel/secrets/sealed_file.hpp"

#include "kernel/base/sha256.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace secrets
{
namespace
{

// A sealed file: magic (8), key id (8), header of the stream (24), then chunks of cipher text, each
// 17 bytes longer than its plain text; only the last one is shorter and carries the final tag.
constexpr std::string_view magic{"ETABLI1\n"};
constexpr std::size_t id_bytes = 8;
constexpr std::size_t stream_header_bytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t chunk_bytes = 64UL * 1024;
constexpr std::size_t overhead = crypto_secretstream_xchacha20poly1305_ABYTES;

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

/// Says which key sealed without saying anything of it.
std::string id_of(const Key& key)
{
    std::string id(crypto_generichash_BYTES, '\0');
    constexpr std::string_view purpose = "sealed file";
    crypto_generichash(raw(id), id.size(), raw(purpose), purpose.size(), key.data(), Key::size);
    return id.substr(0, id_bytes);
}

const char* word_of(SealBroken::Why why)
{
    switch (why) {
    case SealBroken::Why::unreadable:
        return "secrets.sealed_file.unreadable";
    case SealBroken::Why::not_sealed:
        return "secrets.sealed_file.not_sealed";
    case SealBroken::Why::other_key:
        return "secrets.sealed_file.other_key";
    case SealBroken::Why::altered:
        break;
    }
    return "secrets.sealed_file.altered";
}

[[noreturn]] void fail_to_write(const std::filesystem::path& file)
{
    const std::string cause = std::strerror(errno);
    throw std::runtime_error(
        i18n::t("secrets.sealed_file.unwritable", {{"path", file.string()}, {"cause", cause}}));
}

class Descriptor
{
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

/// Fewer bytes than asked for only at the end of the file.
std::string read_up_to(const Descriptor& in, std::size_t wanted)
{
    std::string bytes(wanted, '\0');
    std::size_t have = 0;
    while (have < wanted) {
        const auto got = ::read(in.number(), bytes.data() + have, wanted - have);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

} // namespace

SealBroken::SealBroken(Why why_, const std::filesystem::path& file)
    : std::runtime_error(i18n::t(word_of(why_), {{"path", file.string()}})), why(why_)
{
}

class SealedFileWriter::Impl
{
  public:
    Impl(std::filesystem::path file, const Key& key, std::string about)
        : file_(std::move(file)), about_(std::move(about)),
          out_(::open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR))
    {
        if (out_.number() < 0) fail_to_write(file_);
        std::string header(stream_header_bytes, '\0');
        crypto_secretstream_xchacha20poly1305_init_push(&stream_, raw(header), key.data());
        put(std::string{magic} + id_of(key) + header);
        pending_.reserve(chunk_bytes);
    }

    void write(std::string_view bytes)
    {
        contents_.bytes += static_cast<std::int64_t>(bytes.size());
        digest_.add(bytes);
        while (!bytes.empty()) {
            if (pending_.size() == chunk_bytes)
                push(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
            const auto taken = std::min(chunk_bytes - pending_.size(), bytes.size());
            pending_ += bytes.substr(0, taken);
            bytes.remove_prefix(taken);
        }
    }

    SealedContents finish()
    {
        push(crypto_secretstream_xchacha20poly1305_TAG_FINAL);
        if (::fsync(out_.number()) != 0) fail_to_write(file_);
        contents_.sha256 = digest_.hex_digest();
        return contents_;
    }

  private:
    void push(unsigned char tag)
    {
        std::string cipher(pending_.size() + overhead, '\0');
        crypto_secretstream_xchacha20poly1305_push(
            &stream_, raw(cipher), nullptr, raw(std::string_view{pending_}), pending_.size(),
            raw(std::string_view{about_}), about_.size(), tag);
        pending_.clear();
        put(cipher);
    }
    void put(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto written = ::write(out_.number(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) fail_to_write(file_);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    std::filesystem::path file_;
    std::string about_;
    Descriptor out_;
    crypto_secretstream_xchacha20poly1305_state stream_{};
    std::string pending_;
    base::Sha256 digest_;
    SealedContents contents_;
};

SealedFileWriter::SealedFileWriter(const std::filesystem::path& file, const Key& key,
                                   std::string about)
    : impl_(std::make_unique<Impl>(file, key, std::move(about)))
{
}
SealedFileWriter::~SealedFileWriter() = default;
void SealedFileWriter::write(std::string_view bytes)
{
    impl_->write(bytes);
}
SealedContents SealedFileWriter::finish()
{
    return impl_->finish();
}

SealedContents read_sealed_file(const SealedFile& file, const Key& key, const ByteSink& sink)
{
    using Why = SealBroken::Why;
    const Descriptor in{::open(file.path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (in.number() < 0) throw SealBroken{Why::unreadable, file.path};
    const auto header = read_up_to(in, magic.size() + id_bytes + stream_header_bytes);
    if (header.size() < magic.size() + id_bytes + stream_header_bytes || !header.starts_with(magic))
        throw SealBroken{Why::not_sealed, file.path};
    if (header.substr(magic.size(), id_bytes) != id_of(key))
        throw SealBroken{Why::other_key, file.path};

    crypto_secretstream_xchacha20poly1305_state stream;
    const auto start = std::string_view{header}.substr(magic.size() + id_bytes);
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream, raw(start), key.data()) != 0)
        throw SealBroken{Why::altered, file.path};
    SealedContents contents;
    base::Sha256 digest;
    auto cipher = read_up_to(in, chunk_bytes + overhead);
    for (bool is_last = false; !is_last;) {
        auto following = read_up_to(in, chunk_bytes + overhead);
        is_last = following.empty();
        if (cipher.size() < overhead) throw SealBroken{Why::altered, file.path};
        std::string plain(cipher.size() - overhead, '\0');
        unsigned char tag = 0;
        const int failed = crypto_secretstream_xchacha20poly1305_pull(
            &stream, raw(plain), nullptr, &tag, raw(std::string_view{cipher}), cipher.size(),
            raw(std::string_view{file.about}), file.about.size());
        const bool says_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        if (failed != 0 || says_last != is_last) throw SealBroken{Why::altered, file.path};
        digest.add(plain);
        contents.bytes += static_cast<std::int64_t>(plain.size());
        sink(plain);
        cipher = std::move(following);
    }
    contents.sha256 = digest.hex_digest();
    return contents;
}

} // namespace secrets
