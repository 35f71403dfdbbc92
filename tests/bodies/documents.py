"""Documents of made-up issuers, each with what has to be read in it."""

from __future__ import annotations

PROVINCE = """\
ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
-------
Số: 07/CT-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Lạng Sơn, ngày 12 tháng 3 năm 2024

CHỈ THỊ
Về việc tăng cường quản lý chợ nông thôn

Thực hiện Công điện số 15/CĐ-TTg ngày 20/02/2024 của Thủ tướng Chính phủ về bình ổn giá;
xét đề nghị của Sở Công Thương tại Tờ trình số 112/TTr-SCT ngày 05/3/2024, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính, Cục Quản lý thị trường tỉnh kiểm tra các chợ; báo cáo UBND tỉnh trước ngày 30/6/2024.

2. UBND các huyện, thị xã chỉ đạo Ban Quản lý chợ sắp xếp hộ kinh doanh.

Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị này./.

Nơi nhận:
- Bộ Công Thương;
- TT Tỉnh ủy, TT HĐND tỉnh;
- CT, các PCT UBND tỉnh;
- Các sở: CT, TC;
- Lưu: VT, TH.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH


Trần Văn Chín
"""

LETTER = """\
BỘ XÂY DỰNG
CỤC HẠ TẦNG KỸ THUẬT
-------
Số: 88/HTKT-QLN
V/v báo cáo cấp nước an toàn

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 4 tháng 9 năm 2023

Kính gửi: Sở Xây dựng các tỉnh, thành phố trực thuộc Trung ương

Cục Hạ tầng kỹ thuật đã nhận được Văn bản số 45/HCN ngày 21/8/2023 của Hội Cấp thoát nước Việt Nam.
Sau khi nghiên cứu, Cục Hạ tầng kỹ thuật đề nghị Quý Sở chỉ đạo các công ty cấp nước gửi báo cáo về Cục trước ngày 15/10/2023.

Nơi nhận:
- Như trên;
- Thứ trưởng Lê Văn Tám (để b/c);
- Lưu: VT, QLN.

CỤC TRƯỞNG


Phạm Văn Bảy
"""

NOTICE = """\
ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
VĂN PHÒNG
-------
Số: 31/TB-VPUB

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Lạng Sơn, ngày 9 tháng 5 năm 2025

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh Trần Văn Chín tại cuộc họp về tiến độ Bệnh viện Sản Nhi

Ngày 07/5/2025, đồng chí Trần Văn Chín - Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp.
Tham dự có lãnh đạo Sở Y tế, đại diện Ban Quản lý dự án. Phó Chủ tịch UBND tỉnh kết luận như sau:

1. Giao Sở Y tế trình Chủ tịch UBND tỉnh phương án nhân lực.

2. Ban Quản lý dự án làm việc với Công ty Cổ phần Xây lắp Sông Cầu để đẩy nhanh thi công.

Nơi nhận:
- Như thành phần họp;
- CVP, các PCVP UBND tỉnh;
- Lưu: VT.

KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG


Lý Thị Hoa
"""

PARTY = """\
ĐẢNG BỘ TỈNH LẠNG SƠN
HUYỆN ỦY NA LÈNG
*
Số 12-CT/HU

ĐẢNG CỘNG SẢN VIỆT NAM

Na Lèng, ngày 3 tháng 2 năm 2021

CHỈ THỊ
về lãnh đạo công tác tuyển quân

Ban Thường vụ Huyện ủy yêu cầu các cấp ủy, tổ chức đảng thực hiện tốt các nhiệm vụ sau:

1- Đảng ủy Quân sự huyện chủ trì, phối hợp với Ủy ban nhân dân huyện tổ chức lễ giao quân.

2- Ban Tuyên giáo Huyện ủy, Huyện đoàn tuyên truyền; định kỳ báo cáo Thường trực Huyện ủy.

Nơi nhận:
- Thường trực Tỉnh ủy (báo cáo),
- Các chi bộ, đảng bộ trực thuộc,
- Lưu Văn phòng Huyện ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ


Hoàng Văn Năm
"""

SCHOOL = """\
SỞ GIÁO DỤC VÀ ĐÀO TẠO LẠNG SƠN
TRƯỜNG THPT NGUYỄN DU
-------
Số: 21/KH-THPTND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Na Lèng, ngày 1 tháng 9 năm 2022

KẾ HOẠCH
Tổ chức Ngày hội đọc sách

1. Đoàn trường phối hợp với Hội Cha mẹ học sinh trang trí.
2. Tổ Ngữ văn chịu trách nhiệm nội dung, báo cáo Hiệu trưởng.
3. Ban Giám hiệu nhà trường duyệt chương trình.

Nơi nhận:
- Sở GD&ĐT (để b/c);
- Các tổ chuyên môn;
- Lưu: VT.

HIỆU TRƯỞNG


Vũ Thị Lan
"""
