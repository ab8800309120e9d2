<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html lang="vi-VN" dir="ltr" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" />
<title>
	Trang tin - Hội nghị sơ kết công tác thông tin đối ngoại 6 tháng đầu năm 2021
</title>
<link rel="canonical" href="https://lacgiang.example/Pages/Hoi-nghi-so-ket-cong-tac-thong-tin-doi-ngoai.aspx?ItemID=4127" />
<script type="text/javascript">//<![CDATA[
var _spPageContextInfo={webServerRelativeUrl:"\u002f",webTitle:"Cổng thông tin điện tử"};//]]></script>
</head>
<body class="ms-backgroundImage" onhashchange="if(typeof(_spBodyOnHashChange)!='undefined')_spBodyOnHashChange();">
<form method="post" action="/Pages/chitiet.aspx?ItemID=4127" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMGRkQ2hpIFThu41sw6A=" />
<div id="ms-designer-ribbon"><div id="s4-ribbonrow"><a href="javascript:;" class="ms-accessible ms-acc-button">Skip Ribbon Commands</a>
<a href="#mainContent" class="ms-accessible ms-acc-button">Skip to main content</a></div>
<div class="ms-core-listMenu-horizontalBox"><ul class="root static"><li class="static"><a href="/"><span class="menu-item-text">Trang chủ</span></a></li><li class="static"><a href="/gioi-thieu"><span class="menu-item-text">Giới thiệu</span></a></li><li class="static"><a href="/tin-tuc"><span class="menu-item-text">Tin tức - Sự kiện</span></a></li></ul></div></div>
<div id="s4-workspace"><div id="s4-bodyContainer">
<div id="DeltaPlaceHolderPageTitleInTitleArea"><h1 id="pageTitle" class="ms-core-pageTitle">Hội nghị sơ kết công tác thông tin đối ngoại 6 tháng đầu năm 2021</h1></div>
<div class="breadcrumb-sp"><a href="/tin-tuc">Tin tức - Sự kiện</a>&#160;<a href="/tin-tuc/tong-hop">Tin tổng hợp</a>&#160;&#160;</div>
<a id="mainContent" name="mainContent" tabindex="-1"></a>
<div class="ArticleTitle">Hội nghị sơ kết công tác thông tin đối ngoại 6 tháng đầu năm 2021</div>
<div class="ms-rtestate-field" aria-labelledby="ctl00_label"><div class="ExternalClass8F1A">
<p class="ms-rteElement-P" style="text-align:justify"><strong class="ms-rteForeColor-2">Sáng ngày 15/7/2021, Ban Chỉ đạo Công tác thông tin đối ngoại tỉnh Lạc Giang tổ chức hội nghị sơ kết công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2021.</strong></p>
<div class="ms-rteImage" style="text-align:center"><img alt="IMG_7712.jpg" src="/PublishingImages/IMG_7712.jpg" style="width:600px" /><br /><em>Quang cảnh hội nghị</em></div>
<p class="ms-rteElement-P">​Dự hội nghị có bà Mạc Thị Hồng Bằng - Ủy viên Ban Thường vụ Tỉnh ủy - Trưởng Ban Tuyên giáo Tỉnh ủy - Trưởng Ban Chỉ đạo; lãnh đạo các sở, ban, ngành là thành viên Ban Chỉ đạo…</p>
<p class="ms-rteElement-P">6 tháng đầu năm, các cơ quan thành viên đã bám sát kế hoạch, chủ động cung cấp thông tin cho 12 đoàn phóng viên trong nước và quốc tế đến tác nghiệp tại tỉnh. Cổng thông tin điện tử tỉnh đăng tải 214 tin, bài bằng tiếng Việt và 31 tin, bài bằng tiếng Anh.</p>
<p class="ms-rteElement-P"><span class="ms-rteFontSize-2">Tuy nhiên, số lượng tin, bài bằng tiếng nước ngoài còn ít; việc phối hợp giữa <span>một số</span> đơn vị có lúc chưa kịp thời.</span></p>
<p class="ms-rteElement-P">Các đại biểu đề nghị sớm bố trí kinh phí dịch thuật, mở lớp tập huấn kỹ năng viết tin đối ngoại cho cán bộ phụ trách ở các huyện, thị xã.</p>
<p class="ms-rteElement-P" style="text-align:center"><img alt="IMG_7745.JPG" src="/PublishingImages/IMG_7745.JPG" /></p>
<p class="ms-rteElement-P" style="text-align:center"><em>Bà Mạc Thị Hồng Bằng phát biểu kết luận hội nghị</em></p>
<p class="ms-rteElement-P">Kết luận hội nghị, bà Mạc Thị Hồng Bằng yêu cầu các thành viên hoàn thành kế hoạch chi tiết trước ngày 30/7/2021, trong đó ưu tiên giới thiệu môi trường đầu tư tại Khu kinh tế Cửa Lạc…/.</p>
</div></div>
<div class="ms-webpart-zone"><h2 class="ms-webpart-titleText">Tin liên quan</h2><ul class="dfwp-list"><li><a href="/Pages/a.aspx?ItemID=4100">Tập huấn nghiệp vụ thông tin đối ngoại năm 2021</a></li><li><a href="/Pages/b.aspx?ItemID=4088">Đoàn phóng viên nước ngoài thăm làng nghề gốm Lạc Hạ</a></li></ul></div>
<div class="footer">CỔNG THÔNG TIN ĐIỆN TỬ TỈNH LẠC GIANG<br/>Chịu trách nhiệm: Văn phòng UBND tỉnh. Điện thoại: 0000.000.000</div>
</div></div></form></body></html>
