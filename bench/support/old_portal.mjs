// An old portal's pages, made from numbers: the same number always gives the
// same bytes. Six shapes of HTML page and two of text dump; about eight
// paragraphs and 3 to 5 kB of Vietnamese text each.
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PLACES = ['Bình Hải', 'Vọng Hải', 'Vũng Ngọc', 'Vân Sơn', 'Trường Khê', 'Lạc Giang', 'Thanh Vĩnh', 'Kim Sa', 'Đông Thạnh', 'Sơn Hà', 'Vân Châu', 'An Phước'];
const BODIES = ['Sở Ngoại vụ', 'Ban Chỉ đạo công tác thông tin đối ngoại', 'Trung tâm Xúc tiến đầu tư', 'Ủy ban nhân dân tỉnh', 'Sở Văn hóa, Thể thao và Du lịch', 'Ban Tuyên giáo Tỉnh ủy', 'Sở Công Thương', 'Cục Hải quan', 'Đài Phát thanh và Truyền hình', 'Hội Nông dân tỉnh'];
const ACTS = ['tổ chức hội nghị sơ kết', 'ban hành kế hoạch', 'ký thỏa thuận hợp tác', 'khai mạc tuần lễ giới thiệu sản phẩm', 'làm việc với đoàn doanh nghiệp nước ngoài', 'công bố danh mục dự án kêu gọi đầu tư', 'mở lớp bồi dưỡng kỹ năng', 'khánh thành công trình', 'tiếp nhận viện trợ', 'trao giải cuộc thi ảnh'];
const THEMES = ['công tác thông tin đối ngoại', 'phát triển du lịch biển', 'xuất khẩu nông sản', 'năng lượng tái tạo', 'bảo vệ chủ quyền biển đảo', 'chuyển đổi số', 'kết nối cung cầu lao động', 'bảo tồn di sản văn hóa', 'hậu cần cảng biển', 'giáo dục nghề nghiệp'];
const PEOPLE = ['Nguyễn Thị Hải Vân', 'Trần Minh Khôi', 'Lê Hoàng Bách', 'Phạm Thu Trà', 'Võ Quốc Anh', 'Đặng Bích Liên', 'Hoàng Sao Mai', 'Bùi Đức Thịnh', 'Đỗ Kim Oanh', 'Phùng Hoài Khê'];
const COUNTRIES = ['Nhật Bản', 'Hàn Quốc', 'Hà Lan', 'Trung Quốc', 'Lào', 'Thái Lan', 'Đức', 'Pháp', 'Ấn Độ', 'Ô-xtrây-li-a'];
const SENTENCES = [
  ({ body, place, people }) => `Phát biểu tại buổi làm việc, đại diện ${body} cho biết ${place} luôn coi trọng việc cung cấp thông tin chính xác, kịp thời cho bạn bè quốc tế và đề nghị các cơ quan cùng phối hợp.`,
  ({ number, country }) => `Trong sáu tháng qua, toàn tỉnh đã đón ${number} lượt khách quốc tế, trong đó khách đến từ ${country} chiếm tỷ lệ cao nhất và lưu trú trung bình 2,6 ngày.`,
  ({ theme, number }) => `Kế hoạch về ${theme} gồm bảy nhóm nhiệm vụ, giao cho ${number % 30 + 3} đơn vị chủ trì, có thời hạn và chỉ tiêu cụ thể để đánh giá vào cuối mỗi quý.`,
  ({ people, body }) => `Theo ông ${people}, chuyên viên ${body}, khó khăn lớn nhất vẫn là thiếu người thông thạo ngoại ngữ ở cấp cơ sở và kinh phí dành cho biên dịch còn hạn chế.`,
  ({ place, number }) => `Tại ${place}, đoàn đã khảo sát ${number % 9 + 2} cơ sở sản xuất, trao đổi với các hợp tác xã về tiêu chuẩn đóng gói, truy xuất nguồn gốc và yêu cầu của từng thị trường.`,
  ({ country, number }) => `Kim ngạch xuất khẩu sang ${country} đạt ${number} nghìn USD, tăng ${number % 40 + 1},${number % 10}% so với cùng kỳ năm trước, chủ yếu là thủy sản, gỗ và trái cây đã qua chế biến.`,
  ({ theme }) => `Các đại biểu thống nhất rằng ${theme} cần được trình bày bằng những câu chuyện cụ thể, có số liệu, có hình ảnh và được dịch đầy đủ sang tiếng Anh, tiếng Trung.`,
  ({ body, number }) => `Đến nay ${body} đã cập nhật ${number} tin, bài lên cổng thông tin, trả lời ${number % 70 + 5} câu hỏi của nhà đầu tư và gửi bản tin hằng tháng tới các cơ quan đại diện ở nước ngoài.`,
  ({ place }) => `Người dân ${place} kỳ vọng tuyến đường ven biển sớm hoàn thành để việc đi lại, giao thương và đón khách được thuận lợi hơn trong mùa cao điểm sắp tới.`,
  ({ people, country }) => `Bà ${people} chia sẻ, qua chương trình giao lưu với ${country}, học sinh của trường đã có thêm nhiều người bạn và tự tin giới thiệu quê hương mình bằng ngoại ngữ.`,
];

// mulberry32: small, and the same everywhere.
function numbers(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

const two = (n) => String(n).padStart(2, '0');

function article(index) {
  const next = numbers(index);
  const pick = (list) => list[next() % list.length];
  const facts = () => ({ body: pick(BODIES), place: pick(PLACES), people: pick(PEOPLE), theme: pick(THEMES), country: pick(COUNTRIES), number: next() % 9000 + 100 });
  const paragraphs = [];
  for (let i = 0; i < 8; ++i) {
    const text = [];
    for (let count = 2 + next() % 2; count > 0; --count) text.push(pick(SENTENCES)(facts()));
    paragraphs.push(text.join(' '));
  }
  const moment = new Date(Date.UTC(2016, 0, 1) + (next() % (9 * 365 * 24 * 60)) * 60_000);
  const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()];
  return {
    index, paragraphs,
    title: `${pick(PLACES)}: ${pick(BODIES)} ${pick(ACTS)} về ${pick(THEMES)} lần thứ ${index + 1}`,
    lead: `Ngày ${day}/${month}/${year}, ${pick(BODIES)} ${pick(ACTS)} về ${pick(THEMES)} với sự tham gia của ${next() % 400 + 20} đại biểu trong và ngoài tỉnh.`,
    byline: pick(PEOPLE), caption: `Quang cảnh buổi làm việc tại ${pick(PLACES)}`,
    picture: next() % 2 === 0 ? next() % 1000 : null,
    day: `${two(day)}/${two(month)}/${year}`, time: `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`,
    rfc3339: `${year}-${two(month)}-${two(day)}T${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}:00+07:00`,
    views: next() % 9000, address: `https://cu.binhhai.example/tin-tuc/bai-viet-${index + 1}.html`,
  };
}

const paragraphsOf = (a, attributes = '') => a.paragraphs.map((text) => `<p${attributes}>${text}</p>`).join('\n');
const NAVIGATION = '<nav class="menu" id="navigation"><ul><li><a href="/">Trang chủ</a></li><li><a href="/gioi-thieu">Giới thiệu</a></li><li><a href="/tin-tuc">Tin tức</a></li><li><a href="/lien-he">Liên hệ</a></li></ul></nav>';
const FOOTER = '<footer id="footer"><p>Cổng thông tin điện tử tỉnh Bình Hải. Ghi rõ nguồn khi phát hành lại thông tin.</p></footer>';
const page = (a, head, body) => `<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>${a.title} - Cổng TTĐT tỉnh Bình Hải</title>\n<link rel="canonical" href="${a.address}">${head}</head>\n<body>${NAVIGATION}${body}\n${FOOTER}</body></html>\n`;
const figure = (a, picture) => (picture ? `<figure><img src="${picture}" alt="${a.caption}"><figcaption>${a.caption}</figcaption></figure>\n` : '');

const SHAPES = [
  ['html', (a, picture) => page(a, '', `<main><article><h1 class="entry-title">${a.title}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="${a.rfc3339}">${a.day}</time></span> <span class="byline"> bởi <span class="author vcard">${a.byline}</span></span></div>
<div class="entry-content"><p class="sapo">${a.lead}</p>\n${figure(a, picture)}${paragraphsOf(a)}</div></article></main>`)],
  ['html', (a, picture) => page(a, '', `<div class="asset-full-content"><h3 class="header-title"><span>${a.title}</span></h3><div class="journal-content-article">
<div class="detail-info">Cập nhật lúc: &nbsp;<span>${a.time}:00 - ${a.day}</span> Số lượt xem: &nbsp; <span>${a.views}</span> Người đăng: &nbsp; <span>${a.byline}</span></div>
<p style="text-align: justify;"><strong>${a.lead}</strong></p>\n${picture ? `<p style="text-align:center"><img src="${picture}" alt=""><br><i>${a.caption}</i></p>\n` : ''}${paragraphsOf(a, ' style="text-align: justify;"')}</div></div>`)],
  ['html', (a, picture) => page(a, `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: a.title, description: a.lead, datePublished: a.rfc3339, author: { '@type': 'Person', name: a.byline } })}</script>`,
    `<main><article><h1>${a.title}</h1><h2 class="detail__sapo">${a.lead}</h2><div class="detail__content">${figure(a, picture)}${paragraphsOf(a)}</div></article></main>`)],
  ['html', (a, picture) => page(a, '', `<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">${a.title}</h2></div>
<dl class="article-info"><dd class="createdby" itemprop="author" itemscope>Viết bởi <span itemprop="name">${a.byline}</span></dd><dd class="published"><time datetime="${a.rfc3339}" itemprop="datePublished">${a.day}</time></dd></dl>
<div itemprop="articleBody"><p>${a.lead}</p>\n${figure(a, picture)}${paragraphsOf(a)}</div></div>`)],
  ['html', (a, picture) => page(a, `<meta property="article:published_time" content="${a.rfc3339}"><meta name="description" content="${a.lead}"><meta name="author" content="${a.byline}">`,
    `<table width="100%"><tr><td><div class="cat-title">Tin tức</div><h1 class="news-title">${a.title}</h1><div class="news-detail">${figure(a, picture)}${paragraphsOf(a, ' class="MsoNormal" style="margin:0cm;text-align:justify"')}\n<p style="text-align:right"><b>${a.byline}</b></p></div></td></tr></table>`)],
  ['html', (a, picture) => page(a, '', `<div class="news-info">Đăng ngày: ${a.day} - Lượt xem: ${a.views}</div><div class="news-title">${a.title}</div>
<div class="news-detail">${figure(a, picture)}<font face="Times New Roman" size="3">${a.paragraphs.join('<br><br>\n')}</font>\n<p style="text-align:right"><b>${a.byline}</b></p></div><div class="news-other"><b>Tin liên quan</b><ul><li><a href="#">Giao ban báo chí tháng 11</a> (30/11/2019)</li></ul></div>`)],
  ['txt', (a) => `${a.title}\n${a.time}, ${a.day}\n${a.lead}\n\n${a.paragraphs.join('\n\n')}\n\n${a.byline}\n`],
  ['txt', (a) => `Trang chủ\nGiới thiệu\nTin tức\n\n${a.title}\n\nCập nhật lúc:   ${a.time}:00 - ${a.day} Số lượt xem:   ${a.views} Người đăng:   ${a.byline}\n${a.lead}\n\n${a.paragraphs.join('\n\n')}\n\nTác giả : ${a.byline} | Nguồn : Cổng thông tin điện tử tỉnh Bình Hải\nThống kê truy cập\nTrong ngày: 310\nHôm qua: 295\n`],
];

// Writes `count` pages into `folder`, a thousand to a subfolder, every second one
// with a picture of those in `pictures` beside it.
export function writeOldPortal(folder, count, pictures) {
  const names = readdirSync(pictures).filter((name) => name.endsWith('.webp')).sort();
  for (let index = 0; index < count; ++index) {
    const place = join(folder, `nam-${two(Math.floor(index / 1000))}`);
    if (index % 1000 === 0) {
      mkdirSync(join(place, 'anh'), { recursive: true });
      for (const name of names) copyFileSync(join(pictures, name), join(place, 'anh', name));
    }
    const a = article(index);
    const [extension, write] = SHAPES[index % SHAPES.length];
    const picture = a.picture === null ? '' : `anh/${names[a.picture % names.length]}`;
    writeFileSync(join(place, `bai-${index + 1}.${extension}`), write(a, picture));
  }
}
