#include "media/film.hpp"

#include "media/answer.hpp"
#include "media/pictures.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libswscale/swscale.h>
}
#include <unistd.h>
#include <vips/vips.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace media
{
namespace
{

constexpr int buffer_bytes = 64 * 1024;
constexpr int streams_max = 8;
constexpr std::int64_t packets_max = 200'000;

int read_input(void* /*opaque*/, std::uint8_t* into, int count)
{
    const auto got = ::read(STDIN_FILENO, into, static_cast<std::size_t>(count));
    return got > 0 ? static_cast<int>(got) : AVERROR_EOF;
}

std::int64_t seek_input(void* /*opaque*/, std::int64_t offset, int whence)
{
    if ((whence & AVSEEK_SIZE) != 0) {
        const auto here = ::lseek(STDIN_FILENO, 0, SEEK_CUR);
        const auto size = ::lseek(STDIN_FILENO, 0, SEEK_END);
        ::lseek(STDIN_FILENO, here, SEEK_SET);
        return size;
    }
    return ::lseek(STDIN_FILENO, offset, whence & ~AVSEEK_FORCE);
}

/// The container, read from the descriptor: nothing it names is opened.
AVFormatContext* open_container()
{
    auto* const container = avformat_alloc_context();
    auto* const buffer = static_cast<unsigned char*>(av_malloc(buffer_bytes));
    container->pb =
        avio_alloc_context(buffer, buffer_bytes, 0, nullptr, read_input, nullptr, seek_input);
    container->flags |= AVFMT_FLAG_CUSTOM_IO;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm", 0);
    av_dict_set(&options, "protocol_whitelist", "none", 0);
    auto* opened = container;
    if (avformat_open_input(&opened, "", nullptr, &options) < 0) refuse("unreadable");
    av_dict_free(&options);
    if (avformat_find_stream_info(opened, nullptr) < 0) refuse("unreadable");
    if (opened->nb_streams > streams_max) refuse("unreadable");
    return opened;
}

/// When one stream began and ended, as decoded, in milliseconds.
struct Track {
    AVCodecContext* decoder = nullptr;
    AVRational unit{1, 1000};
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();

    std::int64_t length() const { return last > first ? last - first : 0; }
    void note(std::int64_t at, std::int64_t length)
    {
        if (at == AV_NOPTS_VALUE) return;
        constexpr AVRational millisecond{1, 1000};
        first = std::min(first, av_rescale_q(at, unit, millisecond));
        last =
            std::max(last, av_rescale_q(at + std::max<std::int64_t>(length, 0), unit, millisecond));
    }
};

AVCodecContext* open_decoder(const AVStream* stream)
{
    const auto* const codec = avcodec_find_decoder(stream->codecpar->codec_id);
    if (codec == nullptr) return nullptr;
    auto* const decoder = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(decoder, stream->codecpar);
    decoder->thread_count = 1;
    decoder->max_pixels = pixels_max;
    decoder->pkt_timebase = stream->time_base;
    return avcodec_open2(decoder, codec, nullptr) < 0 ? nullptr : decoder;
}

/// The first picture, in memory, as large as the large copy.
VipsImage* picture_of(const AVFrame* frame)
{
    const double scale =
        std::min(1.0, static_cast<double>(large_side) / std::max(frame->width, frame->height));
    const int width = std::max(1, static_cast<int>(frame->width * scale));
    const int height = std::max(1, static_cast<int>(frame->height * scale));
    auto* const scaler =
        sws_getContext(frame->width, frame->height, static_cast<AVPixelFormat>(frame->format),
                       width, height, AV_PIX_FMT_RGB24, SWS_BILINEAR, nullptr, nullptr, nullptr);
    if (scaler == nullptr) refuse("unreadable");
    const int stride = width * 3;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(stride) *
                                     static_cast<std::size_t>(height));
    std::uint8_t* planes[] = {pixels.data(), nullptr, nullptr, nullptr};
    const int strides[] = {stride, 0, 0, 0};
    sws_scale(scaler, frame->data, frame->linesize, 0, frame->height, planes, strides);
    sws_freeContext(scaler);
    return vips_image_new_from_memory_copy(pixels.data(), pixels.size(), width, height, 3,
                                           VIPS_FORMAT_UCHAR);
}

/// Decodes one packet of a stream, or its end (nullptr), and keeps the first picture.
void decode(Track& track, const AVPacket* packet, VipsImage*& poster)
{
    if (avcodec_send_packet(track.decoder, packet) < 0) return;
    auto* frame = av_frame_alloc();
    while (avcodec_receive_frame(track.decoder, frame) >= 0) {
        track.note(frame->best_effort_timestamp, frame->pkt_duration);
        if (poster == nullptr && frame->width > 0) {
            say("size " + std::to_string(frame->width) + " " + std::to_string(frame->height));
            poster = picture_of(frame);
        }
        av_frame_unref(frame);
    }
    av_frame_free(&frame);
}

std::map<int, Track> open_tracks(const AVFormatContext& container)
{
    std::map<int, Track> tracks;
    for (unsigned i = 0; i < container.nb_streams; ++i) {
        const auto* stream = container.streams[i];
        const auto type = stream->codecpar->codec_type;
        if (type != AVMEDIA_TYPE_VIDEO && type != AVMEDIA_TYPE_AUDIO) continue;
        Track track;
        track.unit = stream->time_base;
        track.decoder = open_decoder(stream);
        tracks.emplace(static_cast<int>(i), track);
    }
    return tracks;
}

std::int64_t longest(const std::map<int, Track>& tracks)
{
    std::int64_t length = 0;
    for (const auto& [number, track] : tracks)
        length = std::max(length, track.length());
    return length;
}

} // namespace

void show_film()
{
    auto* const container = open_container();
    auto tracks = open_tracks(*container);
    VipsImage* poster = nullptr;
    auto* packet = av_packet_alloc();
    for (std::int64_t count = 0; av_read_frame(container, packet) >= 0; ++count) {
        if (count > packets_max) refuse("unreadable");
        const auto found = tracks.find(packet->stream_index);
        if (found != tracks.end()) {
            auto& track = found->second;
            const bool is_long = longest(tracks) > film_ms_max + film_ms_tolerance;
            if (track.decoder == nullptr || is_long)
                track.note(packet->pts, packet->duration);
            else
                decode(track, packet, poster);
        }
        av_packet_unref(packet);
    }
    for (auto& [number, track] : tracks)
        if (track.decoder != nullptr) decode(track, nullptr, poster);

    const auto length = longest(tracks);
    if (length > film_ms_max + film_ms_tolerance) refuse("long", length);
    if (poster == nullptr || length == 0) refuse("unreadable");
    say("duration " + std::to_string(length));
    show_copies(poster);
}

} // namespace media
