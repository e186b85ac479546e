"""What the small office behind the kiosk's client offers, asks and says."""

from typing import Any, Literal

from queue_server import wire


def both(en: str, ar: str) -> wire.Text:
    """A text in the office's two languages."""
    return {"en": en, "ar": ar}


YES_NO = [wire.Option("yes", both("Yes", "نعم")), wire.Option("no", both("No", "لا"))]

DOCUMENTS = {
    document.id: document
    for document in (
        wire.DocumentEntry(
            "passport",
            both("The worker's passport", "جواز سفر العامل"),
            both("The page with the photo and the name.", "الصفحة التي فيها الصورة والاسم."),
            "passport",
            "passport",
        ),
        wire.DocumentEntry(
            "contract",
            both("The signed work contract", "عقد العمل الموقّع"),
            both("Signed and stamped by both sides.", "موقّع ومختوم من الطرفين."),
            "contract",
        ),
        wire.DocumentEntry(
            "marriage",
            both("The marriage certificate", "عقد الزواج"),
            both("With the stamp of the Ministry of Foreign Affairs.", "وعليه ختم وزارة الخارجية."),
            "certificate",
        ),
        wire.DocumentEntry(
            "bill",
            both("A paid electricity bill", "فاتورة كهرباء مدفوعة"),
            both("Not older than three months.", "لا يزيد عمرها على ثلاثة أشهر."),
            "bill",
        ),
    )
}
BECAUSE = {
    "passport": both("The permit ends when the passport does.", "ينتهي التصريح بانتهاء الجواز."),
    "contract": both("The permit is given for this contract.", "يصدر التصريح على أساس هذا العقد."),
    "marriage": both("It shows who belongs to the family.", "يبيّن من هم أفراد الأسرة."),
    "bill": both("It shows where the company works.", "تبيّن مكان عمل المنشأة."),
}
Detail = Literal["expires", "issued", "attested", "original"]
NEEDS: dict[str, list[Detail]] = {
    "passport": ["expires"],
    "contract": ["original"],
    "marriage": ["attested"],
    "bill": ["issued"],
}
FILES = {"passport", "bill"}
"""Neither their original nor an attestation is asked for."""
PAPERS = {
    "renew": ["passport"],
    "new": ["passport", "contract", "bill"],
    "spouse": ["passport", "marriage"],
    "status": [],
}
ALL = ["employer", "messenger", "worker", "family"]


def _service(name: str, en: str, ar: str, group: str, picture: str, **more: Any) -> wire.ServiceEntry:
    return wire.ServiceEntry(name, both(en, ar), group, picture, more.pop("callers", ALL), **more)


CATALOGUE = wire.Catalogue(
    office="lmra",
    name=both("Labour Market Regulatory Authority", "هيئة تنظيم سوق العمل"),
    timezone="Asia/Bahrain",
    version="1",
    languages=["ar", "en"],
    callers=[
        wire.Option("employer", both("I am the employer", "أنا صاحب العمل")),
        wire.Option("messenger", both("I come for an employer", "أنا مندوب صاحب العمل")),
        wire.Option("worker", both("I am the worker", "أنا العامل")),
        wire.Option("family", both("I am a family member", "أنا من أفراد الأسرة")),
    ],
    facts=[wire.FactEntry("abroad", both("Is the worker in Bahrain now?", "هل العامل في البحرين الآن؟"), YES_NO)],
    documents=list(DOCUMENTS.values()),
    groups=[
        wire.GroupEntry("permits", both("Work permits", "تصاريح العمل"), "permit"),
        wire.GroupEntry("home", both("Domestic workers", "العمالة المنزلية"), "home-worker"),
        wire.GroupEntry("family", both("Family", "الأسرة"), "family"),
        wire.GroupEntry("company", both("My establishment", "منشأتي"), "company"),
        wire.GroupEntry("quick", both("Quick help", "مساعدة سريعة"), "question"),
    ],
    services=[
        _service("renew", "Renew a work permit", "تجديد تصريح عمل", "permits", "renew", line="commercial"),
        _service("new", "New work permit", "تصريح عمل جديد", "permits", "permit", line="commercial"),
        _service("cancel", "Cancel a work permit", "إلغاء تصريح عمل", "permits", "cancel", line="commercial"),
        _service("transfer", "Transfer a worker", "نقل عامل", "permits", "transfer", line="commercial"),
        _service("occupation", "Change the occupation", "تغيير المهنة", "permits", "occupation", line="commercial"),
        _service("absence", "Report an absence from work", "بلاغ ترك العمل", "permits", "absence", line="commercial"),
        _service(
            "domestic", "Permit for a domestic worker", "تصريح عامل منزلي", "home", "home-worker", line="government"
        ),
        _service("spouse", "Residence for a spouse", "إقامة الزوج أو الزوجة", "family", "family", line="residency"),
        _service("ceiling", "Raise the number of workers", "زيادة عدد العمال", "company", "ceiling", line="commercial"),
        _service(
            "status",
            "Where is my application?",
            "أين وصل طلبي؟",
            "quick",
            "status",
            guidance=both(
                "Go to desk 2 on this floor. They will tell you at once.",
                "تفضل إلى المكتب 2 في هذا الطابق، وسيخبرونك فوراً.",
            ),
        ),
    ],
    lines=[
        wire.LineEntry("commercial", both("Commercial services", "الخدمات التجارية"), "C", 1, "lmra", 20),
        wire.LineEntry("government", both("Government services", "الخدمات الحكومية"), "G", 1, "lmra", 20),
        wire.LineEntry("residency", both("Residency offices", "مكاتب الإقامة"), "R", 1, "npra", 30),
    ],
    counters=[],
)
