import io.broadsheet.schemas.subscribe.ArticleStream;
import io.broadsheet.schemas.subscribe.Delivery;

/** Prints the headline of each article, and which articles ended. */
public class Headlines {

    public static void main(String[] args) {
        try (var articles = ArticleStream.builder(args[0], args[1], "headlines").open()) {
            Runtime.getRuntime().addShutdownHook(new Thread(articles::close));
            articles.forEach(delivery -> {
                if (delivery instanceof Delivery.Article it) {
                    System.out.println(it.articleId() + " " + it.article().getHeadline());
                } else {
                    System.out.println(delivery);
                }
            });
        }
    }
}
